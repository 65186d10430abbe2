// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas_input.h"

#include <cmath>
#include <cstdlib>

#include "base/gobject_ptr.h"
#include "ui/canvas_view.h"

namespace wordbrush::ui {

namespace {

// Of what is seen, for each key or turn of the wheel.
constexpr double pan_share = 0.125;
constexpr double divider_share = 0.05;
// The desktop's pixels on each side of the divider that grab it.
constexpr int grip = 6;

bool is_original_key(guint key) {
  return key == GDK_KEY_o || key == GDK_KEY_O || key == GDK_KEY_backslash;
}

}  // namespace

CanvasInput::CanvasInput(CanvasView& view) : view_(view) {
  auto* const area = view.widget();
  gtk_widget_add_events(area, GDK_BUTTON_PRESS_MASK | GDK_BUTTON_RELEASE_MASK |
                                  GDK_POINTER_MOTION_MASK | GDK_SCROLL_MASK |
                                  GDK_SMOOTH_SCROLL_MASK | GDK_KEY_PRESS_MASK |
                                  GDK_KEY_RELEASE_MASK | GDK_FOCUS_CHANGE_MASK);
  const auto connect = [&](const char* signal, auto handler) {
    signals_.emplace_back(area, g_signal_connect(area, signal, G_CALLBACK(handler), this));
  };
  connect("key-press-event", on_press);
  connect("key-release-event", on_release);
  connect("button-press-event", on_button);
  connect("button-release-event", on_button_release);
  connect("motion-notify-event", on_motion);
  connect("scroll-event", on_scroll);
  connect("focus-out-event", on_focus_out);
}

ViewPoint CanvasInput::to_point(double x, double y) const {
  const int device_scale = gtk_widget_get_scale_factor(view_.widget());
  return {x * device_scale, y * device_scale};
}

bool CanvasInput::press(guint key, GdkModifierType state) {
  if ((state & (GDK_CONTROL_MASK | GDK_MOD1_MASK | GDK_SUPER_MASK)) != 0) return false;
  const auto middle = view_.geometry().middle();
  switch (key) {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      view_.change([&](ViewGeometry& geometry) { geometry.zoom_in(middle); });
      return true;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      view_.change([&](ViewGeometry& geometry) { geometry.zoom_out(middle); });
      return true;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      view_.change([](ViewGeometry& geometry) { geometry.zoom_to_fit(); });
      return true;
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
      view_.change([&](ViewGeometry& geometry) { geometry.zoom_to(1, middle); });
      return true;
    default:
      break;
  }
  if (!is_original_key(key)) return press_arrow(key, (state & GDK_SHIFT_MASK) != 0);
  view_.hold_original(true);
  return true;
}

bool CanvasInput::press_arrow(guint key, bool is_shift) {
  const int x = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1 : 0) -
                (key == GDK_KEY_Left || key == GDK_KEY_KP_Left ? 1 : 0);
  const int y = (key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : 0) -
                (key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? 1 : 0);
  if (x == 0 && y == 0) return false;
  view_.change([&](ViewGeometry& geometry) {
    const auto middle = geometry.middle();
    if (geometry.mode() == ViewMode::Split && x != 0 && !is_shift)
      geometry.nudge_divider(x * divider_share);
    else
      geometry.pan(-x * 2 * middle.x * pan_share, -y * 2 * middle.y * pan_share);
  });
  return true;
}

bool CanvasInput::is_on_divider(ViewPoint point) const {
  const auto& geometry = view_.geometry();
  return geometry.mode() == ViewMode::Split && !geometry.empty() &&
         std::abs(point.x - geometry.divider()) <=
             grip * gtk_widget_get_scale_factor(view_.widget());
}

bool CanvasInput::start_drag(const GdkEventButton& event) {
  gtk_widget_grab_focus(view_.widget());
  const bool is_middle = event.button == GDK_BUTTON_MIDDLE;
  if (event.type != GDK_BUTTON_PRESS || (event.button != GDK_BUTTON_PRIMARY && !is_middle))
    return false;
  last_ = to_point(event.x, event.y);
  drag_ = is_on_divider(last_) && !is_middle ? Drag::Divider : Drag::Picture;
  show_cursor(drag_ == Drag::Divider ? "col-resize" : "grabbing");
  return true;
}

bool CanvasInput::move(ViewPoint to) {
  if (drag_ == Drag::None) {
    show_cursor(is_on_divider(to) ? "col-resize" : nullptr);
    return false;
  }
  view_.change([&](ViewGeometry& geometry) {
    if (drag_ == Drag::Divider)
      geometry.move_divider_to(to.x);
    else
      geometry.pan(to.x - last_.x, to.y - last_.y);
  });
  last_ = to;
  return true;
}

bool CanvasInput::end_drag() {
  if (drag_ == Drag::None) return false;
  drag_ = Drag::None;
  show_cursor(is_on_divider(last_) ? "col-resize" : nullptr);
  return true;
}

bool CanvasInput::scroll(const GdkEvent& event) {
  double dx = 0;
  double dy = 0;
  if (!gdk_event_get_scroll_deltas(&event, &dx, &dy)) {
    GdkScrollDirection direction = GDK_SCROLL_UP;
    gdk_event_get_scroll_direction(&event, &direction);
    dx = (direction == GDK_SCROLL_RIGHT ? 1 : 0) - (direction == GDK_SCROLL_LEFT ? 1 : 0);
    dy = (direction == GDK_SCROLL_DOWN ? 1 : 0) - (direction == GDK_SCROLL_UP ? 1 : 0);
  }
  if ((event.scroll.state & GDK_CONTROL_MASK) == 0) {
    if ((event.scroll.state & GDK_SHIFT_MASK) != 0) std::swap(dx, dy);
    view_.change([&](ViewGeometry& geometry) {
      const auto middle = geometry.middle();
      geometry.pan(-dx * 2 * middle.x * pan_share, -dy * 2 * middle.y * pan_share);
    });
    return true;
  }
  const auto pointer = to_point(event.scroll.x, event.scroll.y);
  scrolled_ += dy;
  for (; std::abs(scrolled_) >= 1; scrolled_ -= std::copysign(1, scrolled_))
    view_.change([&](ViewGeometry& geometry) {
      scrolled_ < 0 ? geometry.zoom_in(pointer) : geometry.zoom_out(pointer);
    });
  return true;
}

void CanvasInput::show_cursor(const char* name) {
  auto* const window = gtk_widget_get_window(view_.widget());
  if (window == nullptr) return;
  const auto cursor = name == nullptr ? GObjectPtr<GdkCursor>()
                                      : GObjectPtr<GdkCursor>::adopt(gdk_cursor_new_from_name(
                                            gdk_window_get_display(window), name));
  gdk_window_set_cursor(window, cursor.get());
}

gboolean CanvasInput::on_press(GtkWidget*, GdkEvent* event, gpointer self) {
  return static_cast<CanvasInput*>(self)->press(event->key.keyval,
                                                GdkModifierType(event->key.state));
}

gboolean CanvasInput::on_release(GtkWidget*, GdkEvent* event, gpointer self) {
  if (!is_original_key(event->key.keyval)) return GDK_EVENT_PROPAGATE;
  static_cast<CanvasInput*>(self)->view_.hold_original(false);
  return GDK_EVENT_STOP;
}

gboolean CanvasInput::on_button(GtkWidget*, GdkEvent* event, gpointer self) {
  return static_cast<CanvasInput*>(self)->start_drag(event->button);
}

gboolean CanvasInput::on_button_release(GtkWidget*, GdkEvent*, gpointer self) {
  return static_cast<CanvasInput*>(self)->end_drag();
}

gboolean CanvasInput::on_motion(GtkWidget*, GdkEvent* event, gpointer self) {
  auto& input = *static_cast<CanvasInput*>(self);
  return input.move(input.to_point(event->motion.x, event->motion.y));
}

gboolean CanvasInput::on_scroll(GtkWidget*, GdkEvent* event, gpointer self) {
  return static_cast<CanvasInput*>(self)->scroll(*event);
}

gboolean CanvasInput::on_focus_out(GtkWidget*, GdkEvent*, gpointer self) {
  // The key may be released where nobody tells us.
  static_cast<CanvasInput*>(self)->view_.hold_original(false);
  return GDK_EVENT_PROPAGATE;
}

}  // namespace wordbrush::ui
