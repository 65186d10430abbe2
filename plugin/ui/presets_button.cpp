// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets_button.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "settings/text_rules.h"
#include "ui/menu_face.h"
#include "ui/signals.h"

namespace wordbrush::ui {

namespace {

using EventPtr = std::unique_ptr<GdkEvent, FreeWith<gdk_event_free>>;

/// GTK wants an event to open a menu at, and a key's click comes a little after its own.
EventPtr make_trigger(GtkWidget* button) {
  EventPtr event(gdk_event_new(GDK_KEY_PRESS));
  event->key.window = GDK_WINDOW(g_object_ref(gtk_widget_get_window(button)));
  auto* const seat = gdk_display_get_default_seat(gtk_widget_get_display(button));
  gdk_event_set_device(event.get(), gdk_seat_get_keyboard(seat));
  return event;
}

}  // namespace

PresetsButton::PresetsButton(settings::PresetStore& store, PresetsButtonEvents events)
    : store_(store),
      events_(std::move(events)),
      model_(store),
      button_(gtk_button_new()),
      clicked_(on(button_, "clicked", [this] { open_menu(); })) {
  set_menu_face(button_, _("_Presets"));
  gtk_widget_set_tooltip_text(button_, _("Wordings for what is often asked for"));
}

PresetsButton::~PresetsButton() {
  if (menu_) gtk_widget_destroy(menu_.get());
}

void PresetsButton::open_menu() {
  if (menu_) gtk_widget_destroy(menu_.get());
  menu_ = GObjectPtr<GtkWidget>::sink(gtk_menu_new());
  // Screen readers are not told of a menu that belongs to a button.
  gtk_menu_attach_to_widget(GTK_MENU(menu_.get()), gtk_widget_get_toplevel(button_), nullptr);
  fill(GTK_MENU_SHELL(menu_.get()));
  gtk_widget_show_all(menu_.get());
  const auto event = make_trigger(button_);
  gtk_menu_popup_at_widget(GTK_MENU(menu_.get()), button_, GDK_GRAVITY_SOUTH_WEST,
                           GDK_GRAVITY_NORTH_WEST, event.get());
  gtk_menu_shell_select_first(GTK_MENU_SHELL(menu_.get()), TRUE);
}

void PresetsButton::fill(GtkMenuShell* menu) {
  // What another program wrote meanwhile is there at once.
  if (const auto loaded = model_.load(); !loaded) {
    auto* const item = gtk_menu_item_new_with_label(loaded.error().detail.c_str());
    gtk_widget_set_sensitive(item, FALSE);
    return gtk_menu_shell_append(menu, item);
  }
  for (const auto& preset : model_.rows())
    add_item(menu, gtk_menu_item_new_with_label(preset.name.c_str()),
             [this, text = preset.text] { events_.on_apply(text); });
  gtk_menu_shell_append(menu, gtk_separator_menu_item_new());
  auto* const save = gtk_menu_item_new_with_mnemonic(_("_Save as Preset..."));
  gtk_widget_set_sensitive(save, !settings::trimmed(events_.prompt()).empty());
  add_item(menu, save, [this] { manage(true); });
  add_item(menu, gtk_menu_item_new_with_mnemonic(_("_Manage Presets...")),
           [this] { manage(false); });
}

/// The item keeps its handler.
void PresetsButton::add_item(GtkMenuShell* menu, GtkWidget* item,
                             std::function<void()> on_activate) {
  using Handler = std::function<void()>;
  auto handler = std::make_unique<Handler>(std::move(on_activate));
  g_signal_connect_data(
      item, "activate",
      G_CALLBACK(+[](GtkMenuItem*, gpointer held) { (*static_cast<Handler*>(held))(); }),
      handler.release(), [](gpointer held, GClosure*) { delete static_cast<Handler*>(held); },
      GConnectFlags(0));
  gtk_menu_shell_append(menu, item);
}

void PresetsButton::manage(bool is_adding) {
  closing_ = Later();
  auto* const window = gtk_widget_get_toplevel(button_);
  dialog_ = std::make_unique<PresetsDialog>(GTK_WINDOW(window), model_, [this] {
    closing_ = Later([this] {
      dialog_.reset();
      events_.on_closed();
    });
  });
  if (is_adding) dialog_->add(events_.prompt());
  dialog_->present();
}

}  // namespace wordbrush::ui
