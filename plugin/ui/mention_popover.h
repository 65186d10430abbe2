// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/gobject_ptr.h"
#include "base/later.h"
#include "base/signal_connection.h"
#include "ui/mention_model.h"

namespace wordbrush::ui {

/// The list below an @ in a text view, which keeps the focus: what is typed filters the
/// list, Up and Down pick, Enter and Tab take, Escape closes it.
class MentionPopover {
 public:
  /// What can be named now; asked for at each @ that is typed.
  using Source = std::function<std::vector<Mention>()>;

  /// Lives no longer than `view`.
  MentionPopover(GtkTextView* view, Source source);
  ~MentionPopover();
  MentionPopover(const MentionPopover&) = delete;
  MentionPopover& operator=(const MentionPopover&) = delete;

  /// After the user changed the text.
  void follow_typing();
  /// After anything else changed it.
  void hide();

  /// True where the key was for the list.
  bool take_key(const GdkEventKey* event);

 private:
  bool is_open() const { return !model_.matches().empty(); }
  void ask_source();
  void look();
  void show();
  void fill();
  void point_at_call();
  void show_picked();
  void take();
  void insert(const std::string& text, int length);
  void load_later(std::size_t mention);
  void load_next();
  static void render_icon(GtkTreeViewColumn* column, GtkCellRenderer* cell, GtkTreeModel* rows,
                          GtkTreeIter* row, gpointer self);
  static void on_row(GtkTreeView* list, GtkTreePath* path, GtkTreeViewColumn* column,
                     gpointer self);

  GtkTextView* view_;
  Source source_;
  MentionModel model_;
  GObjectPtr<GtkListStore> rows_;
  GtkWidget* list_;
  GObjectPtr<GtkWidget> popover_;        // the view may be destroyed first
  std::optional<std::size_t> asked_at_;  // for which @ the source was asked
  Later scrolling_;
  std::vector<std::size_t> to_load_;  // mentions that are seen without their icon
  Later loading_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
