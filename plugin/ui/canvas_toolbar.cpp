// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas_toolbar.h"

#include <glib/gi18n.h>

#include <memory>

#include "base/glib_ptr.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

namespace {

constexpr int zoom_characters = 7;
constexpr guint32 click_ms = 300;

using GdkEventPtr = std::unique_ptr<GdkEvent, FreeWith<gdk_event_free>>;

struct ModeName {
  ViewMode mode;
  const char* name;
  const char* hint;
};

// In the order of their buttons.
constexpr std::array mode_names = {
    ModeName{ViewMode::After, N_("Result"), N_("Show the result where it would be applied")},
    ModeName{ViewMode::Before, N_("Original"),
             N_("Show the picture as it was; pressed longer, or with the key O, only while it is "
                "held")},
    ModeName{ViewMode::SideBySide, N_("Side by Side"),
             N_("Show the original and the result beside each other")},
    ModeName{ViewMode::Split, N_("Split"),
             N_("Show the original and the result on two sides of a line that can be moved")},
};

/// A row that may find no container.
GObjectPtr<GtkWidget> make_row() {
  auto* const row = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 0);
  return GObjectPtr<GtkWidget>::adopt(GTK_WIDGET(g_object_ref_sink(row)));
}

}  // namespace

CanvasToolbar::CanvasToolbar(CanvasView& view)
    : view_(view), modes_box_(make_row()), zoom_box_(make_row()) {
  add_modes();
  add_zoom();
  view_.when_changed([this] { refresh(); });
  refresh();
}

CanvasToolbar::~CanvasToolbar() {
  view_.when_changed([] {});
}

GtkWidget* CanvasToolbar::add_button(const char* icon, const char* name,
                                     void (*how)(ViewGeometry&)) {
  auto* const button = gtk_button_new_from_icon_name(icon, GTK_ICON_SIZE_BUTTON);
  gtk_widget_set_tooltip_text(button, name);
  gtk_widget_set_focus_on_click(button, FALSE);
  set_accessible_name(button, name);
  signals_.push_back(on(button, "clicked", [this, how] { view_.change(how); }));
  return button;
}

void CanvasToolbar::add_zoom() {
  const auto add = [this](GtkWidget* widget) {
    gtk_box_pack_start(GTK_BOX(zoom()), widget, FALSE, FALSE, 0);
    return widget;
  };
  zoom_out_ = add(add_button("zoom-out", _("Zoom out"),
                             [](ViewGeometry& view) { view.zoom_out(view.middle()); }));
  zoom_ = add(gtk_label_new(""));
  gtk_label_set_width_chars(GTK_LABEL(zoom_), zoom_characters);
  zoom_in_ = add(
      add_button("zoom-in", _("Zoom in"), [](ViewGeometry& view) { view.zoom_in(view.middle()); }));
  fit_ = add(add_button("zoom-fit-best", _("Fit in the view"),
                        [](ViewGeometry& view) { view.zoom_to_fit(); }));
  one_to_one_ = add(add_button("zoom-original", _("One to one"),
                               [](ViewGeometry& view) { view.zoom_to(1, view.middle()); }));
  gtk_widget_set_valign(zoom(), GTK_ALIGN_CENTER);
}

void CanvasToolbar::add_modes() {
  gtk_style_context_add_class(gtk_widget_get_style_context(modes()), GTK_STYLE_CLASS_LINKED);
  set_accessible_name(modes(), _("What is shown"));
  for (std::size_t i = 0; i < mode_names.size(); ++i) {
    auto* const button = gtk_radio_button_new_with_label_from_widget(
        i == 0 ? nullptr : GTK_RADIO_BUTTON(modes_[0]), _(mode_names[i].name));
    gtk_toggle_button_set_mode(GTK_TOGGLE_BUTTON(button), FALSE);
    gtk_widget_set_tooltip_text(button, _(mode_names[i].hint));
    // The view lets go of the original when it loses the focus.
    gtk_widget_set_focus_on_click(button, FALSE);
    gtk_box_pack_start(GTK_BOX(modes()), button, FALSE, FALSE, 0);
    signals_.push_back(on(button, "toggled", [this, i] { choose(i); }));
    if (mode_names[i].mode == ViewMode::Before)
      for (const char* signal : {"button-press-event", "button-release-event"})
        signals_.emplace_back(button,
                              g_signal_connect(button, signal, G_CALLBACK(on_original), this));
    modes_[i] = button;
  }
}

gboolean CanvasToolbar::on_original(GtkWidget*, GdkEvent* event, gpointer self) {
  auto& toolbar = *static_cast<CanvasToolbar*>(self);
  if (event->type == GDK_BUTTON_PRESS) toolbar.pressed_at_ms_ = gdk_event_get_time(event);
  if (event->type == GDK_BUTTON_PRESS || event->type == GDK_BUTTON_RELEASE)
    toolbar.view_.hold_original(event->type == GDK_BUTTON_PRESS);
  return GDK_EVENT_PROPAGATE;
}

bool CanvasToolbar::is_end_of_holding() const {
  const GdkEventPtr event(gtk_get_current_event());
  return event && event->type == GDK_BUTTON_RELEASE &&
         gdk_event_get_time(event.get()) - pressed_at_ms_ > click_ms;
}

void CanvasToolbar::choose(std::size_t number) {
  if (is_refreshing_ || gtk_toggle_button_get_active(GTK_TOGGLE_BUTTON(modes_[number])) == FALSE)
    return;
  if (mode_names[number].mode == ViewMode::Before && is_end_of_holding())
    refresh();
  else
    view_.set_mode(mode_names[number].mode);
}

void CanvasToolbar::refresh() {
  const auto& geometry = view_.geometry();
  const auto& content = view_.content();
  is_refreshing_ = true;
  gtk_label_set_text(GTK_LABEL(zoom_), geometry.empty() ? "" : view_.zoom_text().c_str());
  gtk_widget_set_sensitive(zoom_in_, !geometry.empty() && geometry.can_zoom_in());
  gtk_widget_set_sensitive(zoom_out_, !geometry.empty() && geometry.can_zoom_out());
  for (auto* const button : {fit_, one_to_one_})
    gtk_widget_set_sensitive(button, !geometry.empty());
  for (std::size_t i = 0; i < mode_names.size(); ++i) {
    // There is nothing to choose with only one of both.
    gtk_widget_set_sensitive(modes_[i], content.before && content.after);
    if (mode_names[i].mode == view_.mode())
      gtk_toggle_button_set_active(GTK_TOGGLE_BUTTON(modes_[i]), TRUE);
  }
  is_refreshing_ = false;
}

}  // namespace wordbrush::ui
