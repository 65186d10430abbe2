// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result_strip.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>

#include "base/gobject_ptr.h"
#include "ui/signals.h"
#include "ui/thumbnail.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int tile_side = 112;
constexpr int title_characters = 12;
constexpr const char* id_key = "wordbrush-result";

/// Whose shape tells the state; none: null.
const char* icon_of(StripState state) {
  switch (state) {
    case StripState::Applied:
      return "object-select-symbolic";
    case StripState::Failed:
      return "dialog-error-symbolic";
    case StripState::Running:
      return "content-loading-symbolic";
    case StripState::Ready:
      break;
  }
  return nullptr;
}

std::string id_of(GtkWidget* child) {
  return child == nullptr ? ""
                          : static_cast<const char*>(g_object_get_data(G_OBJECT(child), id_key));
}

}  // namespace

ResultStrip::ResultStrip(StripEvents events)
    : events_(std::move(events)),
      box_(gtk_flow_box_new()),
      scrolled_(gtk_scrolled_window_new(nullptr, nullptr)) {
  auto* const box = GTK_FLOW_BOX(box_);
  gtk_flow_box_set_selection_mode(box, GTK_SELECTION_MULTIPLE);
  gtk_flow_box_set_activate_on_single_click(box, FALSE);
  gtk_flow_box_set_homogeneous(box, TRUE);
  gtk_flow_box_set_max_children_per_line(box, 1);
  gtk_widget_set_valign(box_, GTK_ALIGN_START);
  set_accessible_name(box_, _("Results"));

  gtk_scrolled_window_set_policy(GTK_SCROLLED_WINDOW(scrolled_), GTK_POLICY_NEVER,
                                 GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_shadow_type(GTK_SCROLLED_WINDOW(scrolled_), GTK_SHADOW_IN);
  gtk_scrolled_window_set_min_content_width(GTK_SCROLLED_WINDOW(scrolled_),
                                            tile_side + 4 * small_space);
  gtk_container_add(GTK_CONTAINER(scrolled_), box_);
  gtk_flow_box_set_vadjustment(box,
                               gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(scrolled_)));

  signals_.push_back(on(box_, "selected-children-changed", [this] { read_selection(); }));
  // Where a tile lies is known only then.
  signals_.emplace_back(
      box_, g_signal_connect_swapped(box_, "size-allocate", G_CALLBACK(on_allocated), this));
  signals_.push_back(on(gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(scrolled_)),
                        "changed", [this] { reveal(); }));
  signals_.push_back(on(box_, "child-activated", [this] { apply(); }));
  signals_.emplace_back(box_, g_signal_connect(box_, "key-press-event", G_CALLBACK(on_key), this));
}

int ResultStrip::thumbnail_side() const {
  return tile_side * gtk_widget_get_scale_factor(scrolled_);
}

ResultStrip::Tile ResultStrip::make_tile(const std::string& id) {
  Tile tile{.child = gtk_flow_box_child_new(),
            .image = gtk_image_new(),
            .mark = gtk_image_new(),
            .title = gtk_label_new("")};
  g_object_set_data_full(G_OBJECT(tile.child), id_key, g_strdup(id.c_str()), g_free);
  auto* const picture = gtk_overlay_new();
  gtk_container_add(GTK_CONTAINER(picture), tile.image);
  gtk_widget_set_size_request(tile.image, tile_side, tile_side);
  gtk_style_context_add_class(gtk_widget_get_style_context(tile.mark), GTK_STYLE_CLASS_BACKGROUND);
  gtk_widget_set_no_show_all(tile.mark, TRUE);
  gtk_overlay_add_overlay(GTK_OVERLAY(picture), tile.mark);
  gtk_image_set_pixel_size(GTK_IMAGE(tile.mark), 2 * large_space);
  gtk_label_set_ellipsize(GTK_LABEL(tile.title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars(GTK_LABEL(tile.title), title_characters);

  auto* const box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_pack_start(GTK_BOX(box), picture, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box), tile.title, FALSE, FALSE, 0);
  gtk_container_add(GTK_CONTAINER(tile.child), box);
  gtk_widget_show_all(tile.child);
  return tile;
}

void ResultStrip::fill(const Tile& tile, const StripItem& item, const StripItem* shown) {
  if (shown == nullptr || shown->thumbnail != item.thumbnail)
    show_thumbnail(GTK_IMAGE(tile.image), item.thumbnail.get(), tile_side);
  gtk_label_set_text(GTK_LABEL(tile.title), item.title.c_str());
  gtk_widget_set_tooltip_text(tile.child, item.tooltip.c_str());
  set_accessible_name(tile.child, spoken_name(item).c_str());
  const char* const icon = icon_of(item.state);
  gtk_widget_set_visible(tile.mark, icon != nullptr);
  const auto place = item.thumbnail ? GTK_ALIGN_END : GTK_ALIGN_CENTER;
  gtk_widget_set_halign(tile.mark, place);
  gtk_widget_set_valign(tile.mark, place);
  if (icon != nullptr)
    gtk_image_set_from_icon_name(GTK_IMAGE(tile.mark), icon, GTK_ICON_SIZE_BUTTON);
}

void ResultStrip::remove_gone(const std::vector<StripItem>& items) {
  for (auto tile = tiles_.begin(); tile != tiles_.end();) {
    if (std::ranges::contains(items, tile->first, &StripItem::id)) {
      ++tile;
      continue;
    }
    gtk_widget_destroy(tile->second.child);
    tile = tiles_.erase(tile);
  }
}

void ResultStrip::place(const StripItem& item, int position) {
  const auto found = tiles_.find(item.id);
  if (found == tiles_.end()) {
    const auto& tile = tiles_.emplace(item.id, make_tile(item.id)).first->second;
    fill(tile, item, nullptr);
    gtk_flow_box_insert(GTK_FLOW_BOX(box_), tile.child, position);
    return;
  }
  const auto& tile = found->second;
  fill(tile, item, model_.find(item.id));
  if (gtk_flow_box_child_get_index(GTK_FLOW_BOX_CHILD(tile.child)) == position) return;
  const auto held = GObjectPtr<GtkWidget>::share(tile.child);
  gtk_container_remove(GTK_CONTAINER(box_), tile.child);
  gtk_flow_box_insert(GTK_FLOW_BOX(box_), tile.child, position);
}

void ResultStrip::set_items(std::vector<StripItem> items) {
  const bool had_focus = gtk_container_get_focus_child(GTK_CONTAINER(box_)) != nullptr;
  tell([&] {
    is_filling_ = true;
    remove_gone(items);
    int position = 0;
    for (const auto& item : items) place(item, position++);
    model_.set_items(std::move(items));
    show_selection();
    is_filling_ = false;
  });
  gtk_widget_set_visible(scrolled_, !model_.items().empty());
  if (had_focus && model_.previewed() &&
      gtk_container_get_focus_child(GTK_CONTAINER(box_)) == nullptr)
    gtk_widget_grab_focus(tiles_.at(*model_.previewed()).child);
}

void ResultStrip::select(const std::string& id) {
  tell([&] {
    model_.select({id}, id);
    is_filling_ = true;
    show_selection();
    is_filling_ = false;
  });
  reveal();
}

/// Scrolls to what is previewed.
void ResultStrip::reveal() {
  if (!model_.previewed()) return;
  GtkAllocation place;
  gtk_widget_get_allocation(tiles_.at(*model_.previewed()).child, &place);
  gtk_adjustment_clamp_page(
      gtk_scrollable_get_vadjustment(GTK_SCROLLABLE(gtk_widget_get_parent(box_))), place.y,
      place.y + place.height);
}

void ResultStrip::on_allocated(gpointer self) {
  static_cast<ResultStrip*>(self)->reveal();
}

void ResultStrip::show_selection() {
  gtk_flow_box_unselect_all(GTK_FLOW_BOX(box_));
  for (const auto& id : model_.selection())
    gtk_flow_box_select_child(GTK_FLOW_BOX(box_), GTK_FLOW_BOX_CHILD(tiles_.at(id).child));
}

void ResultStrip::read_selection() {
  if (is_filling_) return;
  StripModel::Ids ids;
  auto* const children = gtk_flow_box_get_selected_children(GTK_FLOW_BOX(box_));
  for (const GList* node = children; node != nullptr; node = node->next)
    ids.push_back(id_of(GTK_WIDGET(node->data)));
  g_list_free(children);
  tell([&] { model_.select(ids, id_of(gtk_container_get_focus_child(GTK_CONTAINER(box_)))); });
}

void ResultStrip::tell(const std::function<void()>& change) {
  const auto selection = model_.selection();
  const auto previewed = model_.previewed();
  change();
  if (model_.previewed() != previewed) events_.on_preview(model_.previewed().value_or(""));
  if (model_.selection() != selection) events_.on_selection(StripModel::Ids(model_.selection()));
}

void ResultStrip::apply() {
  const auto ids = model_.applicable();
  if (!ids.empty()) events_.on_apply(ids);
}

bool ResultStrip::press(const GdkEventKey& event) {
  if ((event.state & gtk_accelerator_get_default_mod_mask()) != 0) return false;
  switch (event.keyval) {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      apply();
      return true;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      if (!model_.selection().empty()) events_.on_discard(StripModel::Ids(model_.selection()));
      return true;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      // Else it would apply, which the key that ticks boxes should not.
      if (const auto id = id_of(gtk_container_get_focus_child(GTK_CONTAINER(box_))); !id.empty())
        select(id);
      return true;
    default:
      return false;
  }
}

gboolean ResultStrip::on_key(GtkWidget*, GdkEventKey* event, gpointer self) {
  return static_cast<ResultStrip*>(self)->press(*event);
}

}  // namespace wordbrush::ui
