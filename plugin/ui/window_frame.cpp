// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_frame.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "ui/manual.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr const char* sent_name = "sent";
constexpr const char* results_name = "results";
constexpr const char* window_role = "wordbrush-window";

/// One of two buttons of which one is pressed.
GtkWidget* make_mode(GtkWidget* other, const char* label, const char* tooltip) {
  auto* const button = gtk_radio_button_new_with_mnemonic_from_widget(
      other == nullptr ? nullptr : GTK_RADIO_BUTTON(other), label);
  gtk_toggle_button_set_mode(GTK_TOGGLE_BUTTON(button), FALSE);
  gtk_widget_set_tooltip_text(button, tooltip);
  return button;
}

}  // namespace

WindowFrame::WindowFrame(const FrameContent& content, const settings::Preferences& preferences,
                         FrameEvents events)
    : events_(std::move(events)),
      window_(gtk_window_new(GTK_WINDOW_TOPLEVEL)),
      edit_(make_mode(nullptr, _("Edit the _Image"), _("Change a part of an open image"))),
      generate_(make_mode(edit_, _("New _Layer"), _("Make a layer from words alone"))),
      pages_(gtk_stack_new()),
      tools_(gtk_stack_new()),
      panes_(gtk_paned_new(GTK_ORIENTATION_HORIZONTAL)) {
  build(content, preferences);
  show_mode();
  signals_.push_back(on(edit_, "toggled", [this] {
    show_mode();
    events_.on_mode(is_edit());
  }));
  signals_.push_back(on(pages_, "notify::visible-child", [this] {
    gtk_stack_set_visible_child_name(GTK_STACK(tools_),
                                     gtk_stack_get_visible_child_name(GTK_STACK(pages_)));
    events_.on_page();
  }));
  signals_.push_back(on(window_, "notify::is-active", [this] {
    if (gtk_window_is_active(window())) events_.on_focus();
  }));
  signals_.emplace_back(window_,
                        g_signal_connect(window_, "delete-event", G_CALLBACK(on_delete), this));
}

WindowFrame::~WindowFrame() {
  signals_.clear();
  gtk_widget_destroy(window_);
}

GtkWidget* WindowFrame::make_modes() {
  auto* const modes = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_style_context_add_class(gtk_widget_get_style_context(modes), GTK_STYLE_CLASS_LINKED);
  gtk_box_pack_start(GTK_BOX(modes), edit_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(modes), generate_, FALSE, FALSE, 0);
  return modes;
}

/// The pages' names, and the tools of the one that is seen.
GtkWidget* WindowFrame::make_page_row(const FrameContent& content) {
  auto* const switcher = gtk_stack_switcher_new();
  gtk_stack_switcher_set_stack(GTK_STACK_SWITCHER(switcher), GTK_STACK(pages_));
  gtk_stack_add_named(GTK_STACK(tools_), content.sent_tools, sent_name);
  gtk_stack_add_named(GTK_STACK(tools_), content.results_tools, results_name);
  auto* const row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_box_pack_start(GTK_BOX(row), switcher, FALSE, FALSE, 0);
  gtk_box_pack_end(GTK_BOX(row), tools_, FALSE, FALSE, 0);
  return row;
}

GtkWidget* WindowFrame::make_pages(const FrameContent& content) {
  gtk_stack_add_titled(GTK_STACK(pages_), content.sent, sent_name, _("What Is Sent"));
  gtk_stack_add_titled(GTK_STACK(pages_), content.results, results_name, _("Results"));
  auto* const box = gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space);
  gtk_widget_set_margin_start(box, small_space);
  gtk_box_pack_start(GTK_BOX(box), make_page_row(content), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), pages_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box), content.runs, FALSE, FALSE, 0);
  return box;
}

void WindowFrame::build(const FrameContent& content, const settings::Preferences& preferences) {
  gtk_window_set_role(window(), window_role);
  set_size(preferences);
  auto* const top = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, large_space);
  gtk_box_pack_start(GTK_BOX(top), make_modes(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(top), content.image_picker, TRUE, TRUE, 0);
  auto* const help = make_help_button();
  gtk_box_pack_start(GTK_BOX(top), help, FALSE, FALSE, 0);
  offer_manual(window(), help, content.manual);
  gtk_widget_set_margin_end(content.column, small_space);
  gtk_paned_pack1(GTK_PANED(panes_), content.column, FALSE, FALSE);
  gtk_paned_pack2(GTK_PANED(panes_), make_pages(content), TRUE, FALSE);
  gtk_paned_set_position(GTK_PANED(panes_), preferences.column_width);
  gtk_paned_set_wide_handle(GTK_PANED(panes_), TRUE);
  auto* const box = gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space);
  gtk_container_set_border_width(GTK_CONTAINER(box), large_space);
  gtk_box_pack_start(GTK_BOX(box), top, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), content.message, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), panes_, TRUE, TRUE, 0);
  gtk_container_add(GTK_CONTAINER(window_), box);
  gtk_widget_show_all(box);
  gimp_window_set_transient(window());
}

/// Room is left for what the desktop puts around a window.
void WindowFrame::set_size(const settings::Preferences& preferences) {
  constexpr int frame_width = 16;
  constexpr int frame_height = 48;
  GdkRectangle area{.x = 0, .y = 0, .width = preferences.width, .height = preferences.height};
  if (auto* const monitor = gdk_display_get_monitor(gdk_display_get_default(), 0)) {
    gdk_monitor_get_workarea(monitor, &area);
    area.width -= frame_width;
    area.height -= frame_height;
  }
  gtk_window_set_default_size(window(), std::min(preferences.width, area.width),
                              std::min(preferences.height, area.height));
}

void WindowFrame::show_mode() {
  gtk_window_set_title(window(), is_edit() ? _("Edit with Words") : _("Generate Layer"));
}

bool WindowFrame::is_edit() const {
  return gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(edit_)) != FALSE;
}

void WindowFrame::set_mode(bool is_edit) {
  gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(is_edit ? edit_ : generate_), TRUE);
}

bool WindowFrame::shows_sent() const {
  return std::string_view(gtk_stack_get_visible_child_name(GTK_STACK(pages_))) == sent_name;
}

void WindowFrame::show_results() {
  gtk_stack_set_visible_child_name(GTK_STACK(pages_), results_name);
}

void WindowFrame::remember(settings::Preferences& preferences) const {
  gtk_window_get_size(window(), &preferences.width, &preferences.height);
  preferences.column_width = gtk_paned_get_position(GTK_PANED(panes_));
}

gboolean WindowFrame::on_delete(GtkWidget*, GdkEvent*, gpointer self) {
  static_cast<WindowFrame*>(self)->events_.on_closed();
  return GDK_EVENT_STOP;  // GTK would destroy the window
}

}  // namespace wordbrush::ui
