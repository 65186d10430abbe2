// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <filesystem>
#include <functional>
#include <vector>

#include "base/signal_connection.h"
#include "settings/preferences.h"

namespace wordbrush::ui {

/// The widgets that the frame holds; it owns them from then on.
struct FrameContent {
  GtkWidget* image_picker;
  GtkWidget* message;
  GtkWidget* column;
  GtkWidget* sent;
  GtkWidget* sent_tools;  ///< shown beside the pages' names
  GtkWidget* results;
  GtkWidget* results_tools;
  GtkWidget* runs;
  std::filesystem::path manual;  ///< the folder of the manual
};

struct FrameEvents {
  std::function<void(bool is_edit)> on_mode;
  std::function<void()> on_page;
  /// The user came back to the window.
  std::function<void()> on_focus;
  std::function<void()> on_closed;
};

/// The window itself: its modes, its pages, and where everything lies in it.
class WindowFrame {
 public:
  WindowFrame(const FrameContent& content, const settings::Preferences& preferences,
              FrameEvents events);
  WindowFrame(const WindowFrame&) = delete;
  WindowFrame& operator=(const WindowFrame&) = delete;
  ~WindowFrame();

  GtkWindow* window() const { return GTK_WINDOW(window_); }

  bool is_edit() const;
  /// Calls on_mode where it changes.
  void set_mode(bool is_edit);

  bool shows_sent() const;
  void show_results();

  /// Writes down how the user left it.
  void remember(settings::Preferences& preferences) const;

 private:
  GtkWidget* make_modes();
  GtkWidget* make_pages(const FrameContent& content);
  GtkWidget* make_page_row(const FrameContent& content);
  void build(const FrameContent& content, const settings::Preferences& preferences);
  void show_mode();
  void set_size(const settings::Preferences& preferences);
  static gboolean on_delete(GtkWidget* window, GdkEvent* event, gpointer self);

  FrameEvents events_;
  GtkWidget* window_;
  GtkWidget* edit_;
  GtkWidget* generate_;
  GtkWidget* pages_;
  GtkWidget* tools_;
  GtkWidget* panes_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
