// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/worker.h"
#include "edit/options.h"
#include "pixels/bitmap.h"
#include "ui/reference_list.h"
#include "ui/reference_menu.h"

namespace wordbrush::ui {

/// The open images with their layers, that image first.
std::vector<OfferedImage> offered_images(int first_image_id);

/// A layer as GIMP's own lists show it, at most `side` pixels high and wide; null: it is gone.
std::shared_ptr<const pixels::Bitmap> layer_thumbnail(int layer_id, int side);

/// Reads references: thumbnails at once, the pictures of files on a worker, since they
/// are sent as they are now.
class ReferenceReader {
 public:
  struct Events {
    std::function<void(const ReferenceSource&, std::shared_ptr<const pixels::Bitmap>)> on_thumbnail;
    /// It cannot be read; why, in words.
    std::function<void(const ReferenceSource&, const std::string&)> on_refused;
  };

  explicit ReferenceReader(Events events) : events_(std::move(events)) {}
  ReferenceReader(const ReferenceReader&) = delete;
  ReferenceReader& operator=(const ReferenceReader&) = delete;

  void load(const ReferenceSource& source, int thumbnail_side);

  /// Whether one of them is not read yet.
  bool is_reading(const ReferenceList& list) const;

  /// Of other files nothing is kept.
  void keep_only(const ReferenceList& list);

  /// As a request sends them; files that are not read yet are left out.
  std::vector<edit::Reference> to_send(const ReferenceList& list) const;

 private:
  struct File {
    std::shared_ptr<const pixels::Bitmap> picture;  ///< null: it is being read
    Worker worker;
  };

  void load_layer(const LayerSource& layer, int thumbnail_side);
  void load_file(const FileSource& file, int thumbnail_side);

  Events events_;
  std::map<std::filesystem::path, File> files_;
};

}  // namespace wordbrush::ui
