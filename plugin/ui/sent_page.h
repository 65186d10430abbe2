// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "ui/canvas_toolbar.h"
#include "ui/canvas_view.h"
#include "ui/empty_words.h"
#include "ui/send_preview.h"

namespace wordbrush::ui {

/// What is going to be sent, to be looked at: each picture as it leaves, and in words how
/// large it is and where it goes.
class SentPage {
 public:
  SentPage();
  SentPage(const SentPage&) = delete;
  SentPage& operator=(const SentPage&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }
  /// The buttons of its view, for beside the page's name.
  GtkWidget* tools() const { return toolbar_.zoom(); }

  void show(const SendPreview& preview);

 private:
  void show_picture();
  void name_pictures();

  std::vector<SendPreview::Picture> pictures_;
  Rect target_;
  CanvasView view_;
  CanvasToolbar toolbar_;
  EmptyWords nothing_;
  GtkWidget* box_;
  GtkWidget* choice_;
  GtkWidget* caption_;
  GtkWidget* whither_;
  bool is_filling_ = false;
  SignalConnection chosen_;
};

/// "1024 x 768 pixels, JPEG, 310 kB". Translated.
std::string picture_caption(const SendPreview::Picture& picture);

}  // namespace wordbrush::ui
