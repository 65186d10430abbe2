// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/gobject_ptr.h"
#include "base/signal_connection.h"
#include "ui/reference_list.h"
#include "ui/reference_menu.h"

namespace wordbrush::ui {

class ReferenceChip;

struct ReferenceEvents {
  /// The open images whose layers can be added, asked when the menu opens; the one that is
  /// worked on comes first.
  std::function<std::vector<OfferedImage>()> offered;
  /// A reference was added: read it, and hand its thumbnail to set_thumbnail(), or call
  /// refuse() where it cannot be read.
  std::function<void(const Reference& reference)> on_load;
  /// References, their roles or their order are others now.
  std::function<void()> on_changed;
};

/// The references as a row of chips - thumbnail, number, role - that wraps, with a button
/// that adds one, and what the model is told of them below. Files can be dropped on it.
/// Alt with Left and Right moves the chip that has the focus, Delete removes it.
class ReferenceChips {
 public:
  explicit ReferenceChips(ReferenceEvents events);
  ReferenceChips(const ReferenceChips&) = delete;
  ReferenceChips& operator=(const ReferenceChips&) = delete;
  ~ReferenceChips();

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  const ReferenceList& list() const { return list_; }
  /// Shows other references than the user chose; calls no event but on_load for those
  /// without a thumbnail.
  void set_list(ReferenceList list);
  /// The number by which the model knows the first one.
  void set_first_number(int number);

  void add(Reference reference);
  /// What make_thumbnail() should be asked for, in pixels.
  int thumbnail_side() const;
  void set_thumbnail(const ReferenceSource& source,
                     std::shared_ptr<const pixels::Bitmap> thumbnail);
  /// Takes a reference back, and says why in a sentence.
  void refuse(const ReferenceSource& source, const std::string& why);

 private:
  void changed();
  /// As many chips as references, each showing its own.
  void refresh();
  void focus(std::size_t index);
  void remove(std::size_t index);
  void say(const std::string& text);
  void open_menu();
  void open_file_chooser();
  void add_files(const std::vector<std::filesystem::path>& files);
  bool press(const GdkEventKey& event);
  static gboolean on_key(GtkWidget*, GdkEventKey* event, gpointer self);
  static void on_chosen(GtkNativeDialog*, gint response, gpointer self);
  static void on_drop(GtkWidget*, GdkDragContext* context, gint x, gint y, GtkSelectionData* data,
                      guint info, guint time_ms, gpointer self);

  ReferenceEvents events_;
  ReferenceList list_;
  int first_number_ = 1;
  GtkWidget* box_;
  GtkWidget* flow_;
  GtkWidget* add_;
  GtkWidget* legend_;
  GtkWidget* note_;
  std::vector<std::unique_ptr<ReferenceChip>> chips_;
  GObjectPtr<GtkWidget> menu_;
  GObjectPtr<GtkFileChooserNative> chooser_;
  SignalConnection response_;
  std::vector<SignalConnection> signals_;
};

}  // namespace wordbrush::ui
