// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets.h"

#include <algorithm>
#include <memory>

#include "base/glib_ptr.h"
#include "base/gobject_ptr.h"

namespace wordbrush::ui {

namespace {

constexpr int entry_characters = 48;
constexpr int hint_characters = 58;

/// In the color of the entry's own text, but paler; the theme may change at any time.
void tint_placeholder(GtkWidget* entry, GtkCssProvider* css) {
  constexpr double opacity = 0.75;
  constexpr const char* shown = "wordbrush-rule";
  auto* const style = gtk_widget_get_style_context(entry);
  GdkRGBA color;
  gtk_style_context_get_color(style, gtk_style_context_get_state(style), &color);
  color.alpha *= opacity;
  const GCharPtr text(gdk_rgba_to_string(&color));
  const std::string rule = std::string("@define-color placeholder_text_color ") + text.get() + ";";
  // Loading it updates the style once more.
  if (g_strcmp0(static_cast<const char*>(g_object_get_data(G_OBJECT(css), shown)), rule.c_str()) ==
      0)
    return;
  g_object_set_data_full(G_OBJECT(css), shown, g_strdup(rule.c_str()), g_free);
  gtk_css_provider_load_from_data(css, rule.c_str(), -1, nullptr);
}

}  // namespace

GtkWidget* make_field_label(const char* text_with_mnemonic, GtkWidget* target) {
  auto* const label = gtk_label_new_with_mnemonic(text_with_mnemonic);
  gtk_label_set_mnemonic_widget(GTK_LABEL(label), target);
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  return label;
}

void add_field(GtkGrid* grid, int row, const char* text_with_mnemonic, GtkWidget* field) {
  gtk_widget_set_hexpand(field, TRUE);
  gtk_grid_attach(grid, make_field_label(text_with_mnemonic, field), 0, row, 1, 1);
  gtk_grid_attach(grid, field, 1, row, 1, 1);
}

GtkWidget* make_note(const std::string& text, int width_characters) {
  auto* const label = gtk_label_new(text.c_str());
  gtk_label_set_xalign(GTK_LABEL(label), 0);
  gtk_label_set_line_wrap(GTK_LABEL(label), TRUE);
  gtk_label_set_line_wrap_mode(GTK_LABEL(label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars(GTK_LABEL(label), width_characters);
  gtk_label_set_max_width_chars(GTK_LABEL(label), width_characters);
  return label;
}

GtkWidget* make_hint(const std::string& text) {
  auto* const hint = make_note(text, hint_characters);
  make_dim(hint);
  return hint;
}

GtkWidget* make_entry(std::size_t max_length) {
  auto* const entry = gtk_entry_new();
  gtk_entry_set_max_length(GTK_ENTRY(entry), static_cast<int>(max_length));
  gtk_entry_set_width_chars(GTK_ENTRY(entry), entry_characters);
  return entry;
}

void make_dim(GtkWidget* widget) {
  // The theme's own class for it leaves a contrast of about 3.3:1; this one is above 5:1.
  constexpr double opacity = 0.75;
  gtk_widget_set_opacity(widget, opacity);
}

void make_placeholder_readable(GtkWidget* entry) {
  auto* const css = gtk_css_provider_new();
  gtk_style_context_add_provider(gtk_widget_get_style_context(entry), GTK_STYLE_PROVIDER(css),
                                 GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  tint_placeholder(entry, css);
  g_signal_connect_data(
      entry, "style-updated", G_CALLBACK(tint_placeholder), css,
      [](gpointer data, GClosure*) { g_object_unref(data); }, GConnectFlags(0));
}

void write_from_left(GtkWidget* entry) {
  gtk_widget_set_direction(entry, GTK_TEXT_DIR_LTR);
}

void set_accessible_name(GtkWidget* widget, const char* name) {
  atk_object_set_name(gtk_widget_get_accessible(widget), name);
}

GtkWidget* make_scrolled(GtkWidget* widget, int min_height) {
  auto* const scrolled = gtk_scrolled_window_new(nullptr, nullptr);
  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_shadow_type(GTK_SCROLLED_WINDOW(scrolled), GTK_SHADOW_IN);
  gtk_scrolled_window_set_min_content_height(GTK_SCROLLED_WINDOW(scrolled), min_height);
  gtk_container_add(GTK_CONTAINER(scrolled), widget);
  return scrolled;
}

GtkWidget* make_text_view() {
  auto* const view = gtk_text_view_new();
  gtk_text_view_set_wrap_mode(GTK_TEXT_VIEW(view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab(GTK_TEXT_VIEW(view), FALSE);
  gtk_text_view_set_left_margin(GTK_TEXT_VIEW(view), text_margin);
  gtk_text_view_set_right_margin(GTK_TEXT_VIEW(view), text_margin);
  gtk_text_view_set_top_margin(GTK_TEXT_VIEW(view), text_margin);
  gtk_text_view_set_bottom_margin(GTK_TEXT_VIEW(view), text_margin);
  return view;
}

std::string text_in(GtkTextView* view) {
  auto* const buffer = gtk_text_view_get_buffer(view);
  GtkTextIter start;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer, &start, &end);
  const GCharPtr text(gtk_text_buffer_get_text(buffer, &start, &end, TRUE));
  return text.get();
}

std::string in_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

int height_of_lines(GtkWidget* widget, int lines) {
  const auto layout = GObjectPtr<PangoLayout>::adopt(gtk_widget_create_pango_layout(widget, "Hg"));
  int height = 0;
  pango_layout_get_pixel_size(layout.get(), nullptr, &height);
  return height * lines;
}

std::string text_of(GtkEntry* entry) {
  return gtk_entry_get_text(entry);
}

std::string text_of(GtkTextView* view) {
  auto* const buffer = gtk_text_view_get_buffer(view);
  GtkTextIter start;
  GtkTextIter end;
  gtk_text_buffer_get_bounds(buffer, &start, &end);
  const GCharPtr text(gtk_text_buffer_get_text(buffer, &start, &end, FALSE));
  return text.get();
}

}  // namespace wordbrush::ui
