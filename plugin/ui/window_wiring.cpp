// SPDX-License-Identifier: GPL-3.0-or-later
#include <libgimp/gimpui.h>

#include <utility>

#include "ui/edit_window_impl.h"
#include "ui/open_images.h"

namespace wordbrush::ui {

WindowModel::Events EditWindow::Impl::model_events() {
  return {.on_runs =
              [this] {
                if (is_built_) run_list_.show(model_.runs());
              },
          .on_result =
              [this](const std::string&) {
                show_results();
                leave_if_closing();
              },
          .on_packed = [this](const edit::Uploads& uploads) { preview_.show(uploads); },
          .on_bill =
              [this](const Bill& bill) {
                actions_.on_bill(bill);
                habits_.refresh();
                ask_balance();
              },
          .on_taken = [this](const Taken&) { frame_->show_results(); },
          .on_new = [this](const std::string& id) { show_new(id); },
          .on_failure =
              [this](Failure failure) {
                failures_.show(std::move(failure));
                leave_if_closing();
              },
          .on_notice = [this](const std::string& sentence) { message_.show_notice(sentence); },
          .on_applied =
              [this](const edit::Outcome& outcome) {
                show_applied(outcome);
                leave_if_closing();
              }};
}

AskEvents EditWindow::Impl::ask_events() {
  return {.on_send = [this] { send(order()); },
          .on_changed =
              [this] {
                if (is_built_) changed();
              },
          .on_connections = [this] { open_connections(); },
          .on_clause =
              [this](const PromptClause& clause) {
                preferences_.adds_clause = clause.is_added;
                preferences_.clause = clause.text;
                changed();
              },
          .offered_layers = [this] { return offered_images(picker_.image_id()); },
          .layer_thumbnail = layer_thumbnail,
          .on_load_reference =
              [this](const Reference& reference) {
                reader_.load(reference.source, column_.references().thumbnail_side());
              }};
}

FrameEvents EditWindow::Impl::frame_events() {
  return {.on_mode =
              [this](bool is_edit) {
                column_.set_mode(is_edit);
                changed();
              },
          .on_page = [this] { changed(); },
          .on_focus = [this] { look_again(); },
          .on_closed = [this] { close(); }};
}

/// What is saved is saved in GIMP, and this window has the focus after that or has not. Who
/// looks at it, or watches a request, is not to wait for GIMP.
SaveWatch::Asked EditWindow::Impl::save_questions() {
  return {.key_of = key_of_image,
          .may_ask = [this] { return model_.runs().empty() && !gtk_window_is_active(window()); }};
}

FailureActions EditWindow::Impl::failure_actions() {
  return {.open_connections = [this] { open_connections(); },
          .change_cap =
              [this] {
                // Who has been there means to send, however soon.
                model_.forget_press();
                habits_.go_to_cap();
              },
          .send =
              [this](Order order) {
                // However soon after the first time, this is no double click.
                model_.forget_press();
                send(std::move(order));
              },
          .window = [this] { return window(); }};
}

}  // namespace wordbrush::ui
