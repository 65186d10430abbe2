// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection_list.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "settings/service_templates.h"
#include "ui/connection_choices.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int connections_width = 200;
constexpr int connections_height = 160;
constexpr int name_characters = 24;

GtkWidget* make_row(const settings::Connection& connection, bool is_in_use) {
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_container_set_border_width(GTK_CONTAINER(box), small_space);
  auto* const dot = gtk_label_new("\xe2\x97\x8f");  // a black circle
  gtk_widget_set_opacity(dot, is_in_use ? 1 : 0);
  gtk_box_pack_start(GTK_BOX(box), dot, FALSE, FALSE, 0);

  const auto name = label_of(connection);
  auto* const label = gtk_label_new(name.c_str());
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_ellipsize(GTK_LABEL(label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars(GTK_LABEL(label), name_characters);
  gtk_box_pack_start(GTK_BOX(box), label, TRUE, TRUE, 0);

  auto* const row = gtk_list_box_row_new();
  gtk_container_add(GTK_CONTAINER(row), box);
  gtk_widget_set_tooltip_text(row, name.c_str());
  const GCharPtr in_use(g_strdup_printf(_("%s (in use)"), name.c_str()));
  set_accessible_name(row, is_in_use ? in_use.get() : name.c_str());
  return row;
}

GtkWidget* make_menu_button(const char* text_with_mnemonic) {
  auto* const button = gtk_menu_button_new();
  auto* const box = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  auto* const label = gtk_label_new_with_mnemonic(text_with_mnemonic);
  gtk_label_set_mnemonic_widget(GTK_LABEL(label), button);
  gtk_widget_set_hexpand(label, TRUE);
  gtk_container_add(GTK_CONTAINER(box), label);
  gtk_container_add(GTK_CONTAINER(box),
                    gtk_image_new_from_icon_name("pan-down-symbolic", GTK_ICON_SIZE_MENU));
  gtk_container_add(GTK_CONTAINER(button), box);
  return button;
}

}  // namespace

ConnectionList::ConnectionList(ConnectionListEvents events)
    : events_(std::move(events)),
      list_(gtk_list_box_new()),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)),
      use_(gtk_button_new_with_mnemonic(_("_Use"))),
      add_(make_menu_button(_("A_dd"))),
      services_(gtk_menu_new()),
      remove_(gtk_button_new_with_mnemonic(_("_Remove"))) {
  gtk_list_box_set_selection_mode(GTK_LIST_BOX(list_), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click(GTK_LIST_BOX(list_), FALSE);
  set_accessible_name(list_, _("Connections"));
  auto* const scrolled = make_scrolled(list_, connections_height);
  gtk_widget_set_size_request(scrolled, connections_width, -1);
  gtk_box_pack_start(GTK_BOX(box_), scrolled, TRUE, TRUE, 0);
  add_buttons();
  fill_services();

  signals_.push_back(on(list_, "row-selected", [this] { select_soon(); }));
  signals_.push_back(on(list_, "row-activated", [this] { events_.on_use(); }));
}

ConnectionList::~ConnectionList() {
  if (selecting_ != 0) g_source_remove(selecting_);
}

/// The event may fill the list anew, which GTK does not expect while it selects.
void ConnectionList::select_soon() {
  if (!is_filling_ && selecting_ == 0) selecting_ = g_idle_add(on_selected, this);
}

gboolean ConnectionList::on_selected(gpointer self) {
  auto* const list = static_cast<ConnectionList*>(self);
  list->selecting_ = 0;
  auto* const row = gtk_list_box_get_selected_row(GTK_LIST_BOX(list->list_));
  if (row != nullptr)
    list->events_.on_select(static_cast<std::size_t>(gtk_list_box_row_get_index(row)));
  return G_SOURCE_REMOVE;
}

void ConnectionList::add_buttons() {
  gtk_widget_set_tooltip_text(use_, _("Use this connection unless another one is named"));
  gtk_box_pack_start(GTK_BOX(box_), use_, FALSE, FALSE, 0);
  auto* const both = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_set_homogeneous(GTK_BOX(both), TRUE);
  gtk_box_pack_start(GTK_BOX(both), add_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(both), remove_, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), both, FALSE, FALSE, 0);
  signals_.push_back(on(use_, "clicked", [this] { events_.on_use(); }));
  signals_.push_back(on(remove_, "clicked", [this] { events_.on_remove(); }));
}

void ConnectionList::fill_services() {
  for (const auto& service : settings::service_templates())
    add_service(service.name, settings::connection_from(service));
  gtk_menu_shell_append(GTK_MENU_SHELL(services_), gtk_separator_menu_item_new());
  add_service(_("Other Service"), {});
  gtk_widget_show_all(services_);
  gtk_menu_button_set_popup(GTK_MENU_BUTTON(add_), services_);
}

void ConnectionList::add_service(const char* label, settings::Connection start) {
  auto* const item = gtk_menu_item_new_with_label(label);
  gtk_menu_shell_append(GTK_MENU_SHELL(services_), item);
  signals_.push_back(
      on(item, "activate", [this, start = std::move(start)] { events_.on_add(start); }));
}

void ConnectionList::fill(const ConnectionsModel& model) {
  gtk_container_foreach(
      GTK_CONTAINER(list_), [](GtkWidget* row, gpointer) { gtk_widget_destroy(row); }, nullptr);
  for (std::size_t row = 0; row < model.rows().size(); ++row)
    gtk_list_box_insert(GTK_LIST_BOX(list_), make_row(model.rows()[row], model.is_in_use(row)), -1);
  gtk_widget_show_all(list_);
}

void ConnectionList::show(const ConnectionsModel& model) {
  auto* const focused = gtk_container_get_focus_child(GTK_CONTAINER(list_));
  is_filling_ = true;
  fill(model);
  auto* const selected =
      gtk_list_box_get_row_at_index(GTK_LIST_BOX(list_), static_cast<int>(model.selected()));
  gtk_list_box_select_row(GTK_LIST_BOX(list_), selected);
  is_filling_ = false;
  if (focused != nullptr) gtk_widget_grab_focus(GTK_WIDGET(selected));
  gtk_widget_set_sensitive(use_, !model.is_in_use(model.selected()));
  gtk_widget_set_sensitive(remove_, !model.is_demo());
}

}  // namespace wordbrush::ui
