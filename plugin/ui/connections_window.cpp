// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections_window.h"

#include <glib/gi18n.h>
#include <libgimp/gimpui.h>

#include <utility>

#include "base/later.h"
#include "base/signal_connection.h"
#include "ui/signals.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

class ConnectionsWindow::Impl {
 public:
  Impl(ConnectionsModel model, settings::KeyStore& keys, ConnectionsActions actions,
       ConnectionsWindowEvents events);
  ~Impl() { gtk_widget_destroy(dialog_); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void show_above(GtkWindow* parent);
  void present() { gtk_window_present(GTK_WINDOW(dialog_)); }

 private:
  void close();
  void end();
  static gboolean on_delete(GtkWidget* window, GdkEvent* event, gpointer self);

  const std::function<void()> on_closed_;
  GtkWidget* dialog_;
  ConnectionsPanel panel_;
  SignalConnection response_;
  SignalConnection delete_;
  Later closed_;
};

ConnectionsWindow::Impl::Impl(ConnectionsModel model, settings::KeyStore& keys,
                              ConnectionsActions actions, ConnectionsWindowEvents events)
    : on_closed_(std::move(events.on_closed)),
      dialog_(gimp_dialog_new(_("Connections"), "wordbrush-connections", nullptr, GtkDialogFlags(0),
                              nullptr, nullptr, _("_Close"), GTK_RESPONSE_CLOSE, nullptr)),
      panel_(std::move(model), keys, std::move(actions), std::move(events.on_changed)),
      response_(on(dialog_, "response", [this] { close(); })),
      delete_(dialog_, g_signal_connect(dialog_, "delete-event", G_CALLBACK(on_delete), this)) {
  auto* const area = gtk_dialog_get_content_area(GTK_DIALOG(dialog_));
  gtk_container_set_border_width(GTK_CONTAINER(area), large_space);
  gtk_box_set_spacing(GTK_BOX(area), large_space);
  gtk_box_pack_start(GTK_BOX(area), panel_.widget(), TRUE, TRUE, 0);
}

void ConnectionsWindow::Impl::close() {
  panel_.close([this] { end(); });
}

/// Told once GTK is done with the window, which this may destroy.
void ConnectionsWindow::Impl::end() {
  gtk_widget_hide(dialog_);
  closed_ = Later([on_closed = on_closed_] { on_closed(); });
}

gboolean ConnectionsWindow::Impl::on_delete(GtkWidget*, GdkEvent*, gpointer self) {
  static_cast<Impl*>(self)->close();
  return GDK_EVENT_STOP;  // GTK would destroy the window
}

void ConnectionsWindow::Impl::show_above(GtkWindow* parent) {
  if (parent != nullptr)
    gtk_window_set_transient_for(GTK_WINDOW(dialog_), parent);
  else
    gimp_window_set_transient(GTK_WINDOW(dialog_));
  present();
}

ConnectionsWindow::ConnectionsWindow(std::unique_ptr<Impl> impl) noexcept
    : impl_(std::move(impl)) {}
ConnectionsWindow::ConnectionsWindow(ConnectionsWindow&&) noexcept = default;
ConnectionsWindow& ConnectionsWindow::operator=(ConnectionsWindow&&) noexcept = default;
ConnectionsWindow::~ConnectionsWindow() = default;

Result<ConnectionsWindow> ConnectionsWindow::open(settings::ConnectionStore& store,
                                                  settings::KeyStore& keys,
                                                  ConnectionsActions actions, GtkWindow* parent,
                                                  ConnectionsWindowEvents events) {
  ConnectionsModel model(store, actions.host_of);
  if (auto loaded = model.load(); !loaded) return fail(std::move(loaded.error()));
  auto impl = std::make_unique<Impl>(std::move(model), keys, std::move(actions), std::move(events));
  impl->show_above(parent);
  return ConnectionsWindow(std::move(impl));
}

void ConnectionsWindow::present() {
  impl_->present();
}

}  // namespace wordbrush::ui
