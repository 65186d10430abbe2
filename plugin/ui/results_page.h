// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "edit/options.h"
#include "ui/canvas_toolbar.h"
#include "ui/canvas_view.h"
#include "ui/empty_words.h"
#include "ui/fit_switches.h"
#include "ui/result_strip.h"
#include "ui/take_shelf.h"

namespace wordbrush::ui {

struct ResultsEvents {
  std::function<void(const std::string& id)> on_show;
  std::function<void(const std::string& id, const edit::Treatment&)> on_treat;
  std::function<void(const std::vector<std::string>& ids)> on_apply;
  std::function<void(const std::vector<std::string>& ids)> on_discard;
};

/// The results of the image: a strip to choose from, the chosen one beside the original,
/// how it is made to fit, and what becomes of it.
class ResultsPage {
 public:
  explicit ResultsPage(ResultsEvents events);
  ResultsPage(const ResultsPage&) = delete;
  ResultsPage& operator=(const ResultsPage&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }
  /// The buttons of its view, for beside the page's name.
  GtkWidget* tools() const { return toolbar_.zoom(); }

  /// The side that thumbnails are shown with, in pixels.
  int thumbnail_side() const { return strip_.thumbnail_side(); }

  /// `items`, the newest first, live on until the next call.
  void show(const std::vector<const TakeShelf::Item*>& items);
  void select(const std::string& id) { strip_.select(id); }
  /// Whether the user looks at something that is not in the image yet.
  bool is_choosing() const;

 private:
  GtkWidget* make_pictures();
  GtkWidget* make_buttons();
  void show_previewed();
  void tell_selection(const std::vector<std::string>& ids);
  const TakeShelf::Item* previewed() const;

  ResultsEvents events_;
  std::vector<const TakeShelf::Item*> items_;
  std::string shown_;  // whose preview is seen
  CanvasView view_;
  CanvasToolbar toolbar_;
  EmptyWords nothing_;
  ResultStrip strip_;
  FitSwitches switches_;
  GtkWidget* box_;
  GtkWidget* words_;
  GtkWidget* apply_;
  GtkWidget* discard_;
  std::vector<SignalConnection> signals_;
};

/// What the strip shows of an item; `number` counts the image's results from the first.
StripItem to_strip_item(const TakeShelf::Item& item, int number);

/// What the user should know of a result: warnings of how it came and of its fit, the
/// model's words.
std::string result_words(const TakeShelf::Item& item);

}  // namespace wordbrush::ui
