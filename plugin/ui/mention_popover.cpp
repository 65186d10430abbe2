// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mention_popover.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "ui/bitmap_surface.h"
#include "ui/keys.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int icon_side = 20;
constexpr int mentions_width = 220;
constexpr int max_mentions_height = 180;

enum Column : int { NumberColumn, LabelColumn };

using PathPtr = std::unique_ptr<GtkTreePath, FreeWith<gtk_tree_path_free>>;

std::string text_before_cursor(GtkTextBuffer* buffer) {
  GtkTextIter start;
  GtkTextIter cursor;
  gtk_text_buffer_get_start_iter(buffer, &start);
  gtk_text_buffer_get_iter_at_mark(buffer, &cursor, gtk_text_buffer_get_insert(buffer));
  const GCharPtr text(gtk_text_buffer_get_text(buffer, &start, &cursor, TRUE));
  return text.get();
}

/// The picked one is bold: themes hardly mark it where the list has not the focus.
void render_label(GtkTreeViewColumn*, GtkCellRenderer* cell, GtkTreeModel* rows, GtkTreeIter* row,
                  gpointer list) {
  gchar* label = nullptr;
  gtk_tree_model_get(rows, row, LabelColumn, &label, -1);
  const GCharPtr owned(label);
  auto* const selection = gtk_tree_view_get_selection(GTK_TREE_VIEW(list));
  const bool is_picked = gtk_tree_selection_iter_is_selected(selection, row) != FALSE;
  g_object_set(cell, "text", label, "weight", is_picked ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL,
               nullptr);
}

GtkWidget* make_list(GtkTreeModel* rows, GtkTreeCellDataFunc render_icon, gpointer self) {
  auto* const list = gtk_tree_view_new_with_model(rows);
  gtk_tree_view_set_headers_visible(GTK_TREE_VIEW(list), FALSE);
  gtk_tree_view_set_enable_search(GTK_TREE_VIEW(list), FALSE);
  gtk_tree_view_set_activate_on_single_click(GTK_TREE_VIEW(list), TRUE);
  gtk_widget_set_can_focus(list, FALSE);
  auto* const column = gtk_tree_view_column_new();
  auto* const icon = gtk_cell_renderer_pixbuf_new();
  gtk_cell_renderer_set_fixed_size(icon, icon_side + small_space, icon_side + small_space);
  gtk_tree_view_column_pack_start(column, icon, FALSE);
  gtk_tree_view_column_set_cell_data_func(column, icon, render_icon, self, nullptr);
  auto* const label = gtk_cell_renderer_text_new();
  g_object_set(label, "ellipsize", PANGO_ELLIPSIZE_END, nullptr);
  gtk_tree_view_column_pack_start(column, label, TRUE);
  gtk_tree_view_column_set_cell_data_func(column, label, render_label, list, nullptr);
  gtk_tree_view_column_set_sizing(column, GTK_TREE_VIEW_COLUMN_FIXED);
  gtk_tree_view_append_column(GTK_TREE_VIEW(list), column);
  gtk_tree_view_set_fixed_height_mode(GTK_TREE_VIEW(list), TRUE);
  set_accessible_name(list, _("Layers and references"));
  return list;
}

}  // namespace

MentionPopover::MentionPopover(GtkTextView* view, Source source)
    : view_(view),
      source_(std::move(source)),
      rows_(GObjectPtr<GtkListStore>::adopt(gtk_list_store_new(2, G_TYPE_UINT, G_TYPE_STRING))),
      list_(make_list(GTK_TREE_MODEL(rows_.get()), render_icon, this)),
      popover_(GObjectPtr<GtkWidget>::sink(gtk_popover_new(GTK_WIDGET(view)))) {
  auto* const scrolled = make_scrolled(list_, 0);
  gtk_scrolled_window_set_max_content_height(GTK_SCROLLED_WINDOW(scrolled), max_mentions_height);
  gtk_scrolled_window_set_propagate_natural_height(GTK_SCROLLED_WINDOW(scrolled), TRUE);
  gtk_widget_set_size_request(scrolled, mentions_width, -1);
  gtk_container_add(GTK_CONTAINER(popover_.get()), scrolled);
  gtk_popover_set_modal(GTK_POPOVER(popover_.get()), FALSE);
  gtk_popover_set_position(GTK_POPOVER(popover_.get()), GTK_POS_BOTTOM);
  gtk_widget_show_all(scrolled);
  // Before the list has its size, it scrolls to a wrong place.
  signals_.push_back(on(list_, "size-allocate", [this] {
    scrolling_ = Later([this] {
      if (is_open()) show_picked();
    });
  }));
  signals_.emplace_back(list_, g_signal_connect(list_, "row-activated", G_CALLBACK(on_row), this));
  signals_.push_back(on(gtk_text_view_get_buffer(view), "notify::cursor-position", [this] {
    if (is_open()) look();
  }));
  signals_.push_back(on(view, "notify::has-focus", [this] {
    if (!gtk_widget_has_focus(GTK_WIDGET(view_))) hide();
  }));
}

MentionPopover::~MentionPopover() {
  signals_.clear();
  gtk_widget_destroy(popover_.get());
}

void MentionPopover::follow_typing() {
  const auto text = text_before_cursor(gtk_text_view_get_buffer(view_));
  const auto call = MentionModel::find_call(text);
  if (call && source_ && (call != asked_at_ || text.ends_with('@'))) ask_source();
  asked_at_ = call;
  look();
}

void MentionPopover::ask_source() {
  model_.set_mentions(source_());
  to_load_.clear();
}

void MentionPopover::look() {
  if (model_.look_at(text_before_cursor(gtk_text_view_get_buffer(view_))))
    show();
  else
    hide();
}

void MentionPopover::hide() {
  model_.close();
  gtk_popover_popdown(GTK_POPOVER(popover_.get()));
}

void MentionPopover::show() {
  fill();
  point_at_call();
  // Also where it is still seen: it may be on its way out after the last mention.
  gtk_popover_popup(GTK_POPOVER(popover_.get()));
  show_picked();
}

void MentionPopover::fill() {
  // Filled while it is shown, the list would be laid out at each row.
  gtk_tree_view_set_model(GTK_TREE_VIEW(list_), nullptr);
  gtk_list_store_clear(rows_.get());
  for (const auto match : model_.matches())
    gtk_list_store_insert_with_values(rows_.get(), nullptr, -1, NumberColumn, guint(match),
                                      LabelColumn, model_.mentions()[match].label.c_str(), -1);
  gtk_tree_view_set_model(GTK_TREE_VIEW(list_), GTK_TREE_MODEL(rows_.get()));
}

/// The popover points at the @, and so stands still while somebody types.
void MentionPopover::point_at_call() {
  auto* const buffer = gtk_text_view_get_buffer(view_);
  GtkTextIter call;
  gtk_text_buffer_get_iter_at_mark(buffer, &call, gtk_text_buffer_get_insert(buffer));
  gtk_text_iter_backward_chars(&call, model_.replaced_length());
  GdkRectangle place = {};
  gtk_text_view_get_iter_location(view_, &call, &place);
  gtk_text_view_buffer_to_window_coords(view_, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x,
                                        &place.y);
  gtk_popover_set_pointing_to(GTK_POPOVER(popover_.get()), &place);
}

void MentionPopover::show_picked() {
  const PathPtr path(gtk_tree_path_new_from_indices(static_cast<int>(model_.picked()), -1));
  gtk_tree_view_set_cursor(GTK_TREE_VIEW(list_), path.get(), nullptr, FALSE);
  gtk_tree_view_scroll_to_cell(GTK_TREE_VIEW(list_), path.get(), nullptr, FALSE, 0, 0);
}

void MentionPopover::take() {
  const Mention mention = model_.mentions()[model_.matches()[model_.picked()]];
  const int length = model_.replaced_length();
  hide();
  const auto text = mention.on_taken ? mention.on_taken() : mention.insert_text;
  if (text) insert(*text, length);
}

/// In the place of the last `length` characters before the cursor.
void MentionPopover::insert(const std::string& text, int length) {
  auto* const buffer = gtk_text_view_get_buffer(view_);
  gtk_text_buffer_begin_user_action(buffer);
  GtkTextIter start;
  GtkTextIter cursor;
  gtk_text_buffer_get_iter_at_mark(buffer, &cursor, gtk_text_buffer_get_insert(buffer));
  start = cursor;
  gtk_text_iter_backward_chars(&start, length);
  gtk_text_buffer_delete(buffer, &start, &cursor);
  gtk_text_buffer_insert(buffer, &start, text.data(), static_cast<int>(text.size()));
  gtk_text_buffer_end_user_action(buffer);
}

bool MentionPopover::take_key(const GdkEventKey* event) {
  if (!is_open() || modifiers_of(event) != 0) return false;
  if (is_enter(event) || event->keyval == GDK_KEY_Tab) {
    take();
    return true;
  }
  switch (event->keyval) {
    case GDK_KEY_Down:
      model_.pick_next();
      break;
    case GDK_KEY_Up:
      model_.pick_previous();
      break;
    case GDK_KEY_Escape:
      model_.dismiss();
      gtk_popover_popdown(GTK_POPOVER(popover_.get()));
      return true;
    default:
      return false;
  }
  show_picked();
  return true;
}

void MentionPopover::render_icon(GtkTreeViewColumn*, GtkCellRenderer* cell, GtkTreeModel* rows,
                                 GtkTreeIter* row, gpointer self) {
  auto& popover = *static_cast<MentionPopover*>(self);
  guint number = 0;
  gtk_tree_model_get(rows, row, NumberColumn, &number, -1);
  const Mention& mention = popover.model_.mentions()[number];
  if (!mention.icon && mention.load_icon) popover.load_later(number);
  const int scale = gtk_widget_get_scale_factor(popover.list_);
  const auto surface = mention.icon ? to_icon(*mention.icon, icon_side, scale) : nullptr;
  g_object_set(cell, "surface", surface.get(), nullptr);
}

/// Only what is seen is loaded, and one after the other: an image may have hundreds of
/// layers.
void MentionPopover::load_later(std::size_t mention) {
  if (to_load_.empty()) loading_ = Later([this] { load_next(); });
  if (!std::ranges::contains(to_load_, mention)) to_load_.push_back(mention);
}

void MentionPopover::load_next() {
  if (!is_open() || to_load_.empty()) return to_load_.clear();
  const std::size_t next = to_load_.front();
  to_load_.erase(to_load_.begin());
  if (const auto load = model_.mentions()[next].load_icon) model_.set_icon(next, load());
  gtk_widget_queue_draw(list_);
  if (!to_load_.empty()) loading_ = Later([this] { load_next(); });
}

void MentionPopover::on_row(GtkTreeView*, GtkTreePath* path, GtkTreeViewColumn*, gpointer self) {
  auto& popover = *static_cast<MentionPopover*>(self);
  popover.model_.pick(static_cast<std::size_t>(*gtk_tree_path_get_indices(path)));
  popover.take();
}

}  // namespace wordbrush::ui
