// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edit_window.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <chrono>
#include <optional>
#include <utility>

#include "host/gimp_canvas.h"
#include "host/gimp_session.h"
#include "ui/edit_window_impl.h"
#include "ui/open_images.h"
#include "ui/prompt_draft.h"
#include "ui/question.h"
#include "ui/thumbnail.h"

namespace wordbrush::ui {

namespace {

/// After the last change, before the preview is made anew.
constexpr std::chrono::milliseconds settling{250};
/// Twice what the strip shows: a screen may have two pixels for each of the desktop's.
constexpr int thumbnail_side = 256;
/// After the last change, before it is written down.
constexpr std::chrono::milliseconds idle{1000};
/// The same for what was typed: GIMP may end at any time, and this process with it.
constexpr std::chrono::milliseconds typing_pause{300};

PromptClause clause_of(const settings::Preferences& preferences) {
  PromptClause clause{.is_added = preferences.adds_clause};
  if (preferences.clause) clause.text = *preferences.clause;
  return clause;
}

}  // namespace

EditWindow::Impl::Impl(WindowParts parts, WindowActions actions)
    : parts_(parts),
      actions_(std::move(actions)),
      preferences_(parts.preferences.load()),
      model_(
          parts.session, parts.results,
          [](const pixels::Bitmap& picture) { return make_thumbnail(picture, thumbnail_side); },
          model_events()),
      preview_([this] { sent_page_.show(preview_); }),
      reader_({.on_thumbnail =
                   [this](const auto& source, auto thumbnail) {
                     column_.references().set_thumbnail(source, std::move(thumbnail));
                     changed();
                   },
               .on_refused =
                   [this](const auto& source, const std::string& why) {
                     column_.references().refuse(source, why);
                   }}),
      picker_([this] {
        if (is_built_) image_changed();
      }),
      failures_(message_, failure_actions()),
      habits_({preferences_.apply_first, [this](bool is_on) { preferences_.apply_first = is_on; }},
              {preferences_.keeps_recipes,
               [this](bool is_on) {
                 preferences_.keeps_recipes = is_on;
                 model_.shelf().keep_recipes(is_on);
               }},
              actions_.spending),
      column_(parts.config, {parts.history, parts.presets}, clause_of(preferences_),
              habits_.widget(), ask_events()),
      results_page_({.on_show = [this](const std::string& id) { model_.shelf().show(id); },
                     .on_treat = [this](const std::string& id,
                                        const auto& by) { model_.shelf().treat(id, by); },
                     .on_apply = [this](const auto& ids) { apply(ids); },
                     .on_discard = [this](const auto& ids) { model_.discard(std::vector(ids)); }}),
      run_list_([this](int run_id) { model_.cancel(run_id); }),
      save_watch_(model_.shelf(), save_questions()),
      source_watch_(save_questions().may_ask) {
  model_.shelf().keep_recipes(preferences_.keeps_recipes);
  frame_.emplace(FrameContent{.image_picker = picker_.widget(),
                              .message = message_.widget(),
                              .column = column_.widget(),
                              .sent = sent_page_.widget(),
                              .sent_tools = sent_page_.tools(),
                              .results = results_page_.widget(),
                              .results_tools = results_page_.tools(),
                              .runs = run_list_.widget(),
                              .manual = parts.manual},
                 preferences_, frame_events());
  is_built_ = true;
  column_.set_demo_help(actions_.demo_help);
  column_.set_mode(true);
  bring_back_draft();
  load_connections();
}

// --- What is asked for

/// Asked for rarely: while GIMP is at work, each question to it waits.
void EditWindow::Impl::look_at_image() {
  image_ = key_of_image(picker_.image_id());
  may_differ_ = true;
  model_.shelf().load(image_);
}

Order EditWindow::Impl::order() const {
  Order order{.is_edit = frame_->is_edit()};
  actions_.read_arguments(order);
  column_.fill(order);
  order.connection = column_.connection();
  order.request.references = reader_.to_send(column_.reference_list());
  order.image_id = picker_.image_id();
  order.layer_id = picker_.layer_id();
  auto* const image = gimp_image_get_by_id(order.image_id);
  auto* const layer = gimp_item_get_by_id(order.layer_id);
  order.canvas = image == nullptr ? host::make_gimp_canvas()
                                  : host::make_gimp_canvas(
                                        image, layer == nullptr ? nullptr : GIMP_DRAWABLE(layer));
  return order;
}

void EditWindow::Impl::send(Order order) {
  if (model_.is_repeated(order, g_get_monotonic_time()) || !is_ready(order)) return;
  // Before anything leaves: what was typed is never lost.
  if (auto kept = parts_.history.add(order.request.prompt); !kept)
    return failures_.show({.error = std::move(kept.error()), .order = std::move(order)});
  column_.prompt().begin_anew();
  message_.hide();
  awaits_result_ = true;
  asking_balance_ = Later();
  auto way = actions_.way_of(order);
  model_.send(std::move(order), std::move(way), preferences_.apply_first);
}

void EditWindow::Impl::changed() {
  const Order now = order();
  reader_.keep_only(column_.reference_list());
  column_.set_ready(is_ready(now));
  column_.show_price(actions_.price_of(now));
  remembering_ = Later(idle, [this] { remember(); });
  drafting_ = Later(typing_pause, [this] { keep_draft(); });
  if (balance_of_ != column_.connection()) ask_balance();
  if (frame_->shows_sent()) refresh_ = Later(settling, [this] { refresh_preview(); });
}

/// Whether there is something to send.
bool EditWindow::Impl::is_ready(const Order& order) const {
  return !edit::is_blank(order.request.prompt) && (picker_.image_id() != 0 || !order.is_edit) &&
         !reader_.is_reading(column_.reference_list());
}

void EditWindow::Impl::refresh_preview() {
  Order now = order();
  auto route = actions_.preview_route(now);
  preview_.refresh(std::move(now), std::move(route), std::exchange(may_differ_, false));
}

void EditWindow::Impl::image_changed() {
  look_at_image();
  show_results();
  changed();
}

/// The user may have done anything in GIMP meanwhile.
void EditWindow::Impl::look_again() {
  picker_.refresh();
  look_at_image();
  changed();
}

void EditWindow::Impl::open_connections() {
  auto opened = actions_.open_connections(window(), [this] { load_connections(); });
  if (!opened) failures_.show({.error = std::move(opened.error())});
}

void EditWindow::Impl::load_connections() {
  auto saved = actions_.load_connections();
  if (!saved) return failures_.show({.error = std::move(saved.error())});
  // Another one that was chosen for use holds here, too.
  const bool is_other = std::exchange(chosen_connection_, saved->chosen) != saved->chosen;
  column_.show_connections(saved->all, saved->chosen, is_other && is_built_);
  balance_of_.reset();  // its key may be another now
  changed();
}

// --- Results

void EditWindow::Impl::show_results() {
  if (is_built_) results_page_.show(model_.shelf().items_of(image_));
}

void EditWindow::Impl::show_new(const std::string& id) {
  show_results();
  // The first one is what was waited for; the others do not interrupt who is comparing.
  if (std::exchange(awaits_result_, false) || !results_page_.is_choosing())
    results_page_.select(id);
}

void EditWindow::Impl::apply(const std::vector<std::string>& ids) {
  message_.hide();
  // The strip shows the newest first; the newest layer belongs on top.
  model_.apply(order().canvas, {ids.rbegin(), ids.rend()});
}

void EditWindow::Impl::present(bool is_edit, int image_id, int layer_id) {
  frame_->set_mode(is_edit);
  picker_.choose(image_id, layer_id);
  image_changed();
  gtk_window_present(window());
  column_.prompt().focus();
}

/// A result that had no image to go to has made one of its own, which nobody sees yet.
void EditWindow::Impl::show_applied(const edit::Outcome& outcome) {
  using host::Landing;
  const host::Inserted& inserted = outcome.inserted;
  const bool is_new = inserted.landing != Landing::InPlace && inserted.landing != Landing::OnTop;
  if (is_new && gimp_image_id_is_valid(inserted.image_id)) {
    gimp_display_new(gimp_image_get_by_id(inserted.image_id));
    gimp_displays_flush();
    picker_.choose(inserted.image_id, inserted.layer_ids.front());
  }
}

/// What was in the window last, be it sent or not.
void EditWindow::Impl::bring_back_draft() {
  if (const auto draft = parts_.drafts.load()) {
    column_.prompt().set_text(draft->prompt);
    column_.references().set_list(references_of(*draft, host::gimp_session()));
  } else if (const auto prompts = parts_.history.load(); !prompts.empty()) {
    column_.prompt().set_text(prompts.front());
  }
}

void EditWindow::Impl::keep_draft() {
  (void)parts_.drafts.save(
      to_draft(column_.prompt().text(), column_.reference_list(), host::gimp_session()));
}

/// Once the window is seen: an answer may take a while, or not come at all.
void EditWindow::Impl::ask_balance() {
  if (balance_of_ != column_.connection()) column_.show_balance({});
  balance_of_ = column_.connection();
  asking_balance_ = Later(settling, [this] {
    actions_.ask_balance([this](const std::string& sentence) { column_.show_balance(sentence); });
  });
}

void EditWindow::Impl::remember() {
  if (!is_built_) return;
  keep_draft();
  // That it cannot be written down is no reason to stop working.
  (void)parts_.preferences.update([this](settings::Preferences& saved) {
    frame_->remember(saved);
    saved.apply_first = preferences_.apply_first;
    saved.keeps_recipes = preferences_.keeps_recipes;
    saved.adds_clause = preferences_.adds_clause;
    saved.clause = preferences_.clause;
    saved.connection = column_.connection();
    saved.model = column_.model();
  });
  actions_.save_arguments();
}

void EditWindow::Impl::close() {
  remember();
  if (model_.runs().empty()) return leave();
  ask(window(), _("A request is under way. Closing the window cancels it; it may have to be paid."),
      _("_Close Anyway"), [this] { leave(); });
}

/// What was asked for is not left half done: the window goes, its process later.
void EditWindow::Impl::leave() {
  closes_ = model_.is_applying();
  gtk_widget_hide(GTK_WIDGET(window()));
  if (closes_) return;
  // What was done in GIMP since the last look.
  SourceWatch::look_at_all();
  actions_.on_closed();
}

/// Something came of what was being applied.
void EditWindow::Impl::leave_if_closing() {
  if (closes_) leaving_ = Later([this] { leave(); });
}

EditWindow::EditWindow(WindowParts parts, WindowActions actions)
    : impl_(std::make_unique<Impl>(std::move(parts), std::move(actions))) {}
EditWindow::~EditWindow() = default;

void EditWindow::present(bool is_edit, int image_id, int layer_id) {
  impl_->present(is_edit, image_id, layer_id);
}

GtkWindow* EditWindow::window() const {
  return impl_->window();
}

}  // namespace wordbrush::ui
