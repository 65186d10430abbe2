// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas_view.h"

#include <utility>

#include "ui/canvas_input.h"
#include "ui/canvas_words.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int min_width = 160;
constexpr int min_height = 120;
constexpr double grip_height = 24;
constexpr double grip_width = 6;

}  // namespace

CanvasView::CanvasView()
    : area_(gtk_drawing_area_new()), painter_([this] { gtk_widget_queue_draw(area_); }) {
  gtk_widget_set_can_focus(area_, TRUE);
  gtk_widget_set_size_request(area_, min_width, min_height);
  gtk_widget_set_hexpand(area_, TRUE);
  gtk_widget_set_vexpand(area_, TRUE);
  atk_object_set_role(gtk_widget_get_accessible(area_), ATK_ROLE_IMAGE);
  signals_.emplace_back(area_, g_signal_connect(area_, "draw", G_CALLBACK(on_draw), this));
  const auto fit = [this] { fit_to_allocation(); };
  signals_.push_back(on(area_, "size-allocate", fit));
  signals_.push_back(on(area_, "notify::scale-factor", fit));
  signals_.push_back(on(area_, "direction-changed", fit));
  input_ = std::make_unique<CanvasInput>(*this);
  describe();
}

CanvasView::~CanvasView() = default;

void CanvasView::show(CanvasContent content, std::string name) {
  content_ = std::move(content);
  name_ = std::move(name);
  const auto frame = frame_of(content_);
  geometry_.set_picture_size(frame.width, frame.height);
  refresh();
}

void CanvasView::set_mode(ViewMode mode) {
  mode_ = mode;
  refresh();
}

void CanvasView::hold_original(bool is_held) {
  if (std::exchange(is_held_, is_held) != is_held) refresh();
}

void CanvasView::change(const std::function<void(ViewGeometry&)>& how) {
  how(geometry_);
  refresh();
}

std::string CanvasView::zoom_text() const {
  return to_percent(geometry_.scale());
}

ViewMode CanvasView::shown_mode() const {
  if (!content_.after) return ViewMode::Before;
  if (!content_.before) return ViewMode::After;
  return is_held_ && mode_ != ViewMode::SideBySide ? ViewMode::Before : mode_;
}

void CanvasView::refresh() {
  geometry_.set_mode(shown_mode());
  gtk_widget_queue_draw(area_);
  describe();
  on_changed_();
}

void CanvasView::describe() {
  auto* const accessible = gtk_widget_get_accessible(area_);
  const auto name = to_canvas_name(name_, geometry_.scale());
  const auto description =
      geometry_.empty() ? std::string() : to_canvas_description(geometry_.mode());
  // Said again only when it changes: each is read out.
  if (g_strcmp0(atk_object_get_name(accessible), name.c_str()) != 0)
    atk_object_set_name(accessible, name.c_str());
  if (g_strcmp0(atk_object_get_description(accessible), description.c_str()) != 0)
    atk_object_set_description(accessible, description.c_str());
}

void CanvasView::fit_to_allocation() {
  const int device_scale = gtk_widget_get_scale_factor(area_);
  geometry_.set_right_to_left(gtk_widget_get_direction(area_) == GTK_TEXT_DIR_RTL);
  geometry_.set_view_size(gtk_widget_get_allocated_width(area_) * device_scale,
                          gtk_widget_get_allocated_height(area_) * device_scale);
  refresh();
}

gboolean CanvasView::on_draw(GtkWidget*, cairo_t* cr, gpointer self) {
  static_cast<CanvasView*>(self)->draw(cr);
  return GDK_EVENT_PROPAGATE;
}

void CanvasView::draw(cairo_t* cr) {
  const int device_scale = gtk_widget_get_scale_factor(area_);
  gtk_render_background(gtk_widget_get_style_context(area_), cr, 0, 0,
                        gtk_widget_get_allocated_width(area_),
                        gtk_widget_get_allocated_height(area_));
  cairo_save(cr);
  cairo_scale(cr, 1.0 / device_scale, 1.0 / device_scale);
  painter_.paint(cr, content_, geometry_, device_scale);
  if (geometry_.mode() == ViewMode::Split && !geometry_.empty()) draw_divider(cr);
  cairo_restore(cr);
  if (gtk_widget_has_visible_focus(area_)) draw_focus(cr);
}

void CanvasView::draw_divider(cairo_t* cr) const {
  const int device_scale = gtk_widget_get_scale_factor(area_);
  const double height = gtk_widget_get_allocated_height(area_);
  cairo_save(cr);
  cairo_scale(cr, device_scale, device_scale);
  const double x = static_cast<double>(geometry_.divider()) / device_scale;
  // White between black is seen on every picture.
  cairo_set_source_rgb(cr, 0, 0, 0);
  cairo_rectangle(cr, x - 1.5, 0, 3, height);
  cairo_rectangle(cr, x - grip_width / 2 - 1, height / 2 - grip_height / 2 - 1, grip_width + 2,
                  grip_height + 2);
  cairo_fill(cr);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_rectangle(cr, x - 0.5, 0, 1, height);
  cairo_rectangle(cr, x - grip_width / 2, height / 2 - grip_height / 2, grip_width, grip_height);
  cairo_fill(cr);
  cairo_restore(cr);
}

void CanvasView::draw_focus(cairo_t* cr) const {
  auto* const style = gtk_widget_get_style_context(area_);
  GdkRGBA inner = {};
  GdkRGBA ring = {};
  gtk_style_context_get_color(style, GTK_STATE_FLAG_NORMAL, &ring);
  gtk_style_context_lookup_color(style, "theme_selected_bg_color", &ring);
  if (!gtk_style_context_lookup_color(style, "theme_bg_color", &inner)) inner.alpha = 1;
  const double width = gtk_widget_get_allocated_width(area_);
  const double height = gtk_widget_get_allocated_height(area_);
  // The second one parts the ring from a picture of its color.
  cairo_set_line_width(cr, 1);
  gdk_cairo_set_source_rgba(cr, &inner);
  cairo_rectangle(cr, 2.5, 2.5, width - 5, height - 5);
  cairo_stroke(cr);
  cairo_set_line_width(cr, 2);
  gdk_cairo_set_source_rgba(cr, &ring);
  cairo_rectangle(cr, 1, 1, width - 2, height - 2);
  cairo_stroke(cr);
}

}  // namespace wordbrush::ui
