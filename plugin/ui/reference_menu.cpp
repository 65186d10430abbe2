// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reference_menu.h"

#include <glib/gi18n.h>

#include <memory>
#include <utility>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

namespace {

/// The item owns `on_chosen`, so it lives as long as the menu.
GtkWidget* append(GtkWidget* menu, const char* label, std::function<void()> on_chosen) {
  using Handler = std::function<void()>;
  // Without mnemonics: a layer's name may have underscores of its own.
  auto* const item = gtk_menu_item_new_with_label(label);
  g_signal_connect_data(
      item, "activate", G_CALLBACK(+[](gpointer self) { (*static_cast<Handler*>(self))(); }),
      std::make_unique<Handler>(std::move(on_chosen)).release(),
      [](gpointer self, GClosure*) { delete static_cast<Handler*>(self); }, G_CONNECT_SWAPPED);
  gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
  return item;
}

void append_layers(GtkWidget* menu, const OfferedImage& image, const OnLayer& on_layer) {
  for (const auto& layer : image.layers)
    append(menu, layer.name.c_str(),
           [on_layer, source = LayerSource{image.image_id, layer.layer_id}, name = layer.name] {
             on_layer(source, name);
           });
}

void append_separator(GtkWidget* menu) {
  gtk_menu_shell_append(GTK_MENU_SHELL(menu), gtk_separator_menu_item_new());
}

}  // namespace

GtkWidget* make_reference_menu(const std::vector<OfferedImage>& images, const OnLayer& on_layer,
                               std::function<void()> on_file) {
  auto* const menu = gtk_menu_new();
  append(menu, _("Picture File..."), std::move(on_file));
  bool is_first = true;
  for (const auto& image : images) {
    if (is_first || &image == &images[1]) append_separator(menu);
    if (std::exchange(is_first, false)) {
      append_layers(menu, image, on_layer);
      continue;
    }
    auto* const item = gtk_menu_item_new_with_label(image.name.c_str());
    auto* const layers = gtk_menu_new();
    append_layers(layers, image, on_layer);
    gtk_menu_item_set_submenu(GTK_MENU_ITEM(item), layers);
    gtk_menu_shell_append(GTK_MENU_SHELL(menu), item);
  }
  gtk_widget_show_all(menu);
  return menu;
}

std::vector<std::filesystem::path> dropped_files(GtkSelectionData* data) {
  const std::unique_ptr<gchar*, FreeWith<g_strfreev>> uris(gtk_selection_data_get_uris(data));
  std::vector<std::filesystem::path> files;
  for (gchar** uri = uris.get(); uri != nullptr && *uri != nullptr; ++uri)
    if (const GCharPtr path(g_filename_from_uri(*uri, nullptr, nullptr)); path)
      files.emplace_back(path.get());
  return files;
}

std::vector<std::filesystem::path> chosen_files(GtkFileChooser* chooser) {
  GSList* const chosen = gtk_file_chooser_get_filenames(chooser);
  std::vector<std::filesystem::path> files;
  for (const GSList* node = chosen; node != nullptr; node = node->next)
    files.emplace_back(static_cast<const char*>(node->data));
  g_slist_free_full(chosen, g_free);
  return files;
}

}  // namespace wordbrush::ui
