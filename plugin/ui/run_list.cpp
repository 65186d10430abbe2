// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run_list.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "edit/stage_text.h"
#include "ui/sentences.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int visible_words = 2;
// Of all rows, pixels: two are seen, and a small screen has room for the picture.
constexpr int least_height = 64;
constexpr int most_height = 144;
constexpr guint pulse_ms = 100;

std::string transfer_text(const RunStatus& status) {
  const std::string sent = amount_of_bytes(status.bytes_sent);
  const GCharPtr text(status.bytes_received == 0
                          ? g_strdup_printf(_("%s sent"), sent.c_str())
                          : g_strdup_printf(_("%s sent, %s received"), sent.c_str(),
                                            amount_of_bytes(status.bytes_received).c_str()));
  return text.get();
}

std::string answers_text(const RunStatus& status) {
  const GCharPtr text(g_strdup_printf(_("%d of %d results"), static_cast<int>(status.answers),
                                      static_cast<int>(status.asked)));
  return text.get();
}

}  // namespace

std::string run_sentence(const RunStatus& status, std::int64_t now) {
  const auto seconds = static_cast<int>((now - status.started) / G_USEC_PER_SEC);
  std::string sentence = edit::to_text(status.progress);
  const auto add = [&](const std::string& part) { sentence += " \u00b7 " + part; };
  if (status.asked > 1) add(answers_text(status));
  if (status.bytes_sent > 0) add(transfer_text(status));
  const GCharPtr time(g_strdup_printf(_("%d s"), seconds));
  add(time.get());
  return sentence;
}

class RunList::Row {
 public:
  Row(GtkBox* list, const Order& order, std::function<void()> on_cancel)
      : box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space / 2)),
        title_(gtk_label_new(in_one_line(order.request.prompt).c_str())),
        stage_(gtk_label_new("")),
        bar_(gtk_progress_bar_new()),
        words_(gtk_label_new("")),
        cancel_(gtk_button_new_with_label(_("Cancel"))),
        pressed_(on(cancel_, "clicked", std::move(on_cancel))) {
    auto* const top = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
    for (auto* const label : {title_, stage_, words_}) {
      gtk_label_set_xalign(GTK_LABEL(label), 0);
      gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
    }
    gtk_widget_set_tooltip_text(title_, order.request.prompt.c_str());
    // Of a stream the newest words are those to read.
    gtk_label_set_ellipsize(GTK_LABEL(words_), PANGO_ELLIPSIZE_START);
    gtk_label_set_lines(GTK_LABEL(words_), visible_words);
    const GCharPtr name(g_strdup_printf(_("Cancel \"%s\""), order.request.prompt.c_str()));
    set_accessible_name(cancel_, name.get());
    gtk_box_pack_start(GTK_BOX(top), title_, TRUE, TRUE, 0);
    gtk_box_pack_start(GTK_BOX(top), cancel_, FALSE, FALSE, 0);
    for (auto* const widget : {top, bar_, stage_, words_})
      gtk_box_pack_start(GTK_BOX(box_), widget, FALSE, FALSE, 0);
    gtk_widget_show_all(box_);
    gtk_box_pack_start(list, box_, FALSE, FALSE, 0);
    tick_ = g_timeout_add(pulse_ms, on_tick, this);
  }
  ~Row() {
    g_source_remove(tick_);
    gtk_widget_destroy(box_);
  }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  void show(const RunStatus& status) {
    status_ = status;
    if (status.progress.fraction)
      gtk_progress_bar_set_fraction(GTK_PROGRESS_BAR(bar_),
                                    std::clamp(*status.progress.fraction, 0.0, 1.0));
    // A stream may have been cut inside a character.
    const GCharPtr words(
        g_utf8_make_valid(status.words.data(), static_cast<gssize>(status.words.size())));
    gtk_label_set_text(GTK_LABEL(words_), words.get());
    gtk_widget_set_visible(words_, !status.words.empty());
    tell();
  }

 private:
  void tell() {
    const std::string sentence = run_sentence(status_, g_get_monotonic_time());
    if (sentence == told_) return;
    told_ = sentence;
    gtk_label_set_text(GTK_LABEL(stage_), sentence.c_str());
    set_accessible_name(bar_, sentence.c_str());
  }

  static gboolean on_tick(gpointer self) {
    auto& row = *static_cast<Row*>(self);
    if (!row.status_.progress.fraction) gtk_progress_bar_pulse(GTK_PROGRESS_BAR(row.bar_));
    row.tell();
    return G_SOURCE_CONTINUE;
  }

  GtkWidget* box_;
  GtkWidget* title_;
  GtkWidget* stage_;
  GtkWidget* bar_;
  GtkWidget* words_;
  GtkWidget* cancel_;
  RunStatus status_;
  std::string told_;
  guint tick_ = 0;
  SignalConnection pressed_;
};

RunList::RunList(OnCancel on_cancel)
    : on_cancel_(std::move(on_cancel)),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      scrolled_(make_scrolled(box_, least_height)) {
  auto* const scrolled = GTK_SCROLLED_WINDOW(scrolled_);
  gtk_scrolled_window_set_shadow_type(scrolled, GTK_SHADOW_NONE);
  gtk_scrolled_window_set_overlay_scrolling(scrolled, FALSE);
  gtk_scrolled_window_set_max_content_height(scrolled, most_height);
  gtk_scrolled_window_set_propagate_natural_height(scrolled, TRUE);
  gtk_widget_show_all(scrolled_);
  gtk_widget_set_no_show_all(scrolled_, TRUE);
  gtk_widget_hide(scrolled_);
}

RunList::~RunList() = default;

void RunList::show(const std::vector<WindowModel::Run>& runs) {
  std::erase_if(rows_, [&](const auto& row) {
    return !std::ranges::contains(runs, row.first, &WindowModel::Run::id);
  });
  for (const WindowModel::Run& run : runs) {
    auto& row = rows_[run.id];
    // Cancelling ends the row that was pressed.
    if (!row)
      row =
          std::make_unique<Row>(GTK_BOX(box_), run.order, [this, id = run.id] { on_cancel_(id); });
    if (run.request) row->show(run.request->status());
  }
  gtk_widget_set_visible(scrolled_, !runs.empty());
}

}  // namespace wordbrush::ui
