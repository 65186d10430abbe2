// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/signal_connection.h"
#include "ui/strip_model.h"

namespace wordbrush::ui {

struct StripEvents {
  /// The one that is to be seen, or "" for none.
  std::function<void(const std::string& id)> on_preview;
  std::function<void(const StripModel::Ids& ids)> on_selection;
  /// Double click or Enter, on results that have a picture.
  std::function<void(const StripModel::Ids& ids)> on_apply;
  /// Delete.
  std::function<void(const StripModel::Ids& ids)> on_discard;
};

/// The results, newest first, in a row that scrolls. A press or an arrow key previews one,
/// Ctrl and Shift select several, as in GIMP's lists.
class ResultStrip {
 public:
  explicit ResultStrip(StripEvents events);
  ResultStrip(const ResultStrip&) = delete;
  ResultStrip& operator=(const ResultStrip&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return scrolled_; }

  /// What make_thumbnail() should be asked for, in pixels.
  int thumbnail_side() const;

  /// Tells of a preview and a selection that this changes.
  void set_items(std::vector<StripItem> items);
  /// Selects and previews one, and tells of it.
  void select(const std::string& id);
  const StripModel& model() const { return model_; }

 private:
  struct Tile {
    GtkWidget* child = nullptr;
    GtkWidget* image = nullptr;
    GtkWidget* mark = nullptr;
    GtkWidget* title = nullptr;
  };

  Tile make_tile(const std::string& id);
  static void fill(const Tile& tile, const StripItem& item, const StripItem* shown);
  void remove_gone(const std::vector<StripItem>& items);
  void place(const StripItem& item, int position);
  void read_selection();
  void show_selection();
  void reveal();
  static void on_allocated(gpointer self);
  void tell(const std::function<void()>& change);
  void apply();
  bool press(const GdkEventKey& event);
  static gboolean on_key(GtkWidget*, GdkEventKey* event, gpointer self);

  StripEvents events_;
  StripModel model_;
  std::map<std::string, Tile> tiles_;
  GtkWidget* box_;
  GtkWidget* scrolled_;
  bool is_filling_ = false;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
