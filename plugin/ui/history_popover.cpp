// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history_popover.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/glib_ptr.h"
#include "settings/text_rules.h"
#include "ui/menu_face.h"
#include "ui/signals.h"
#include "ui/text_row.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int history_width = 300;
constexpr int history_height = 220;
constexpr std::size_t max_shown_bytes = 400;

/// The start of a prompt on one line, cut between two characters.
std::string to_row_text(const std::string& prompt) {
  std::string text(settings::trimmed(prompt));
  if (text.size() > max_shown_bytes)
    text.resize(static_cast<std::size_t>(
        g_utf8_find_prev_char(text.c_str(), text.c_str() + max_shown_bytes) - text.c_str()));
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

HistoryPopover::HistoryPopover(PromptHistoryModel& model, HistoryPopoverEvents events)
    : model_(model),
      events_(std::move(events)),
      button_(gtk_menu_button_new()),
      popover_(gtk_popover_new(button_)),
      entry_(gtk_search_entry_new()),
      list_(gtk_list_box_new()),
      nothing_(gtk_label_new(nullptr)) {
  build();
  signals_.push_back(on(popover_, "show", [this] { open(); }));
  // The model may hold other prompts than the rows once the user does something else.
  signals_.push_back(on(popover_, "hide", [this] {
    preparing_ = Later();
    is_prepared_ = false;
  }));
  signals_.push_back(on(entry_, "search-changed", [this] { filter(); }));
  signals_.push_back(on(entry_, "activate", [this] { take(first_shown()); }));
  signals_.emplace_back(
      entry_, g_signal_connect(entry_, "key-press-event", G_CALLBACK(on_entry_key), this));
  signals_.emplace_back(list_, g_signal_connect(list_, "row-activated", G_CALLBACK(on_row), this));
}

void HistoryPopover::build() {
  set_menu_face(button_, _("_History"));
  gtk_widget_set_tooltip_text(button_, _("Earlier prompts; also Alt+Up and Alt+Down in the field"));
  gtk_menu_button_set_popover(GTK_MENU_BUTTON(button_), popover_);

  gtk_entry_set_placeholder_text(GTK_ENTRY(entry_), _("Words in the prompt"));
  set_accessible_name(entry_, _("Words in the prompt"));
  set_accessible_name(list_, _("Earlier prompts"));
  gtk_widget_show(nothing_);
  gtk_list_box_set_placeholder(GTK_LIST_BOX(list_), nothing_);
  auto* const scrolled = make_scrolled(list_, history_height);
  gtk_widget_set_size_request(scrolled, history_width, -1);
  auto* const box = gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space);
  gtk_container_set_border_width(GTK_CONTAINER(box), small_space);
  gtk_box_pack_start(GTK_BOX(box), entry_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), scrolled, TRUE, TRUE, 0);
  gtk_container_add(GTK_CONTAINER(popover_), box);
  gtk_widget_show_all(box);
}

void HistoryPopover::open() {
  events_.on_open();
  gtk_container_foreach(
      GTK_CONTAINER(list_), [](GtkWidget* row, gpointer) { gtk_widget_destroy(row); }, nullptr);
  for (const auto& prompt : model_.prompts())
    gtk_list_box_insert(GTK_LIST_BOX(list_), make_text_row(to_row_text(prompt)), -1);
  gtk_widget_show_all(list_);
  gtk_label_set_text(GTK_LABEL(nothing_), model_.prompts().empty()
                                              ? _("Nothing was asked for yet")
                                              : _("No prompt has all of these words"));
  gtk_entry_set_text(GTK_ENTRY(entry_), "");
  gtk_widget_grab_focus(entry_);
  is_prepared_ = false;
  prepare();
}

/// Long prompts take a while to make ready: one at a time, when nothing else is to do.
void HistoryPopover::prepare() {
  preparing_ = Later([this] {
    if (model_.prepare_one()) return prepare();
    is_prepared_ = true;
    filter();
  });
}

void HistoryPopover::filter() {
  if (!is_prepared_) return;
  const auto found = model_.search(text_of(GTK_ENTRY(entry_)));
  auto next = found.begin();
  for (std::size_t i = 0; i < model_.prompts().size(); ++i) {
    const bool is_found = next != found.end() && *next == i;
    if (is_found) ++next;
    auto* const row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(list_), static_cast<int>(i));
    gtk_widget_set_visible(GTK_WIDGET(row), is_found);
  }
  gtk_list_box_select_row(GTK_LIST_BOX(list_), first_shown());
  gtk_widget_set_visible(nothing_, found.empty());
}

GtkListBoxRow* HistoryPopover::first_shown() const {
  for (int i = 0;; ++i) {
    auto* const row = gtk_list_box_get_row_at_index(GTK_LIST_BOX(list_), i);
    if (row == nullptr || gtk_widget_get_visible(GTK_WIDGET(row))) return row;
  }
}

void HistoryPopover::take(GtkListBoxRow* row) {
  if (row == nullptr) return;
  const auto prompt = model_.prompts()[static_cast<std::size_t>(gtk_list_box_row_get_index(row))];
  gtk_popover_popdown(GTK_POPOVER(popover_));
  events_.on_take(prompt);
}

void HistoryPopover::on_row(GtkListBox*, GtkListBoxRow* row, gpointer self) {
  static_cast<HistoryPopover*>(self)->take(row);
}

gboolean HistoryPopover::on_entry_key(GtkWidget*, GdkEventKey* event, gpointer self) {
  auto* const first = static_cast<HistoryPopover*>(self)->first_shown();
  if (event->keyval != GDK_KEY_Down || first == nullptr) return GDK_EVENT_PROPAGATE;
  gtk_widget_grab_focus(GTK_WIDGET(first));
  return GDK_EVENT_STOP;
}

}  // namespace wordbrush::ui
