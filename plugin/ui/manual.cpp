// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual.h"

#include <glib/gi18n.h>

#include <memory>
#include <system_error>

#include "base/glib_ptr.h"
#include "ui/keys.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

struct Manual {
  GtkWindow* window;
  std::filesystem::path folder;
};

std::vector<std::string> user_languages() {
  std::vector<std::string> languages;
  for (const gchar* const* name = g_get_language_names(); *name != nullptr; ++name)
    languages.emplace_back(*name);
  return languages;
}

void tell_place(GtkWindow* window, const std::filesystem::path& file) {
  auto* const dialog = gtk_message_dialog_new(window, GTK_DIALOG_DESTROY_WITH_PARENT,
                                              GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE, "%s",
                                              _("No program opens the manual. It is here:"));
  gtk_message_dialog_format_secondary_text(GTK_MESSAGE_DIALOG(dialog), "%s", file.c_str());
  g_signal_connect(dialog, "response", G_CALLBACK(gtk_widget_destroy), nullptr);
  gtk_window_present(GTK_WINDOW(dialog));
}

void open(const Manual& manual) {
  const auto file = manual_in(manual.folder, user_languages());
  const GCharPtr uri(g_filename_to_uri(file.c_str(), nullptr, nullptr));
  // With a window GTK would go on by itself, and tell of no failure.
  if (!uri || !gtk_show_uri_on_window(nullptr, uri.get(), GDK_CURRENT_TIME, nullptr))
    tell_place(manual.window, file);
}

void on_pressed(GtkWidget*, gpointer manual) {
  open(*static_cast<Manual*>(manual));
}

gboolean on_key(GtkWidget*, GdkEventKey* event, gpointer manual) {
  if (event->keyval != GDK_KEY_F1 || modifiers_of(event) != GdkModifierType(0))
    return GDK_EVENT_PROPAGATE;
  open(*static_cast<Manual*>(manual));
  return GDK_EVENT_STOP;
}

}  // namespace

std::filesystem::path manual_in(const std::filesystem::path& folder,
                                const std::vector<std::string>& languages) {
  std::error_code error;
  for (const auto& language : languages) {
    auto file = folder / ("manual." + language + ".html");
    if (std::filesystem::exists(file, error)) return file;
  }
  return folder / "manual.en.html";
}

GtkWidget* make_help_button() {
  auto* const button = gtk_button_new_from_icon_name("help-browser-symbolic", GTK_ICON_SIZE_BUTTON);
  // Translators: %s is the version, such as 0.1.0
  const GCharPtr text(g_strdup_printf(_("Help (F1); Wordbrush %s"), WORDBRUSH_VERSION));
  gtk_widget_set_tooltip_text(button, text.get());
  set_accessible_name(button, _("Help"));
  return button;
}

void offer_manual(GtkWindow* window, GtkWidget* button, const std::filesystem::path& folder) {
  const auto destroy = [](gpointer manual, GClosure*) { delete static_cast<Manual*>(manual); };
  const auto make = [&] { return std::make_unique<Manual>(Manual{window, folder}).release(); };
  g_signal_connect_data(window, "key-press-event", G_CALLBACK(on_key), make(), destroy,
                        GConnectFlags(0));
  if (button != nullptr)
    g_signal_connect_data(button, "clicked", G_CALLBACK(on_pressed), make(), destroy,
                          GConnectFlags(0));
}

}  // namespace wordbrush::ui
