// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/worker.h"
#include "edit/options.h"
#include "edit/spool.h"
#include "edit/take.h"
#include "host/worker_canvas.h"
#include "pixels/bitmap.h"
#include "ui/image_key.h"
#include "ui/request_run.h"

namespace wordbrush::ui {

/// The results of all images, from the disk and from this session: shown, fitted anew,
/// inserted, discarded.
///
/// What is slow runs on workers; what comes of it is told by on_changed, from the main
/// loop. Destroying the shelf means that nothing is called any more; what is on the disk
/// stays there.
class TakeShelf {
 public:
  enum class State {
    Resting,  ///< on the disk; show() brings it to its place
    Fitting,  ///< being brought to its place
    Ready,    ///< fitted, with a preview
    Broken,   ///< its files are damaged
  };

  struct Item {
    std::string id;  ///< unique on this shelf
    edit::Take take;
    edit::Treatment treatment;  ///< that it is fitted by, or is going to be
    State state = State::Ready;
    bool is_applied = false;
    std::vector<edit::Warning> warnings;  ///< of how it came; of its fit see Take::fitted
    std::optional<edit::Preview> preview;
    std::shared_ptr<const pixels::Bitmap> thumbnail;
    std::string failure;  ///< what is broken, in words
    std::optional<edit::Spool::Hold> hold;
  };

  struct Events {
    /// An item has come, changed or gone.
    std::function<void(const std::string& id)> on_changed;
  };

  /// Makes a small picture; called on workers.
  using MakeThumbnail = std::function<pixels::Bitmap(const pixels::Bitmap&)>;

  /// `spool` holds the results and outlives the shelf.
  TakeShelf(edit::Spool& spool, MakeThumbnail make_thumbnail, Events events);
  TakeShelf(const TakeShelf&) = delete;
  TakeShelf& operator=(const TakeShelf&) = delete;
  ~TakeShelf() = default;

  /// Takes the newest results of `image` from the disk, unless they are here: those that
  /// were made of its file, those that were made of it since GIMP started, when it may have
  /// had no file, and those that may be left to it (is_left_to). They come one after the
  /// other. The first two belong to its file then.
  void load(const ImageKey& image);

  /// The images of this run of GIMP that results here were made of while they had no file.
  std::set<int> images_without_file() const;

  /// The image's results belong to its file from now on.
  void follow(const ImageKey& image);

  /// The newest first.
  std::vector<const Item*> items_of(const ImageKey& image) const;
  const Item* find(const std::string& id) const;

  /// Puts an answer on the shelf; its id.
  std::string add(Taken taken);

  /// Fits the item anew, unless it is fitted so.
  void treat(const std::string& id, const edit::Treatment& treatment);

  /// Makes the item Ready, unless it is. Only the last few that were asked for stay so.
  void show(const std::string& id);

  /// These stay Ready once they are, however many were asked for since.
  void keep_ready(std::vector<std::string> ids) { kept_ready_ = std::move(ids); }

  /// Whether the layers that are inserted from now on hold how they were made.
  void keep_recipes(bool keeps) { keeps_recipes_ = keeps; }

  using OnApplied = std::function<void(Result<edit::Outcome>)>;

  /// Inserts the items, which are Ready, in one undo step, the first one below. Calls back
  /// once, from the main loop; until then nothing else is applied.
  void apply(std::shared_ptr<host::Canvas> canvas, std::vector<std::string> ids,
             OnApplied on_applied);

  /// Removes the item, also from the disk.
  void discard(const std::string& id);

 private:
  struct Entry {
    Item item;
    Worker worker;
  };
  struct Made;
  struct Loaded;

  Entry* entry(const std::string& id);
  Entry& insert(std::string id, edit::Take take);
  void load_next();
  void take_loaded(Loaded loaded);
  void move_to_file(Item& item, const ImageKey& image) const;
  void fit(Entry& entry);
  void mark_applied(const std::vector<std::string>& ids);
  void finish(const std::string& id, Made made);
  void touch(const std::string& id);
  bool may_rest(const std::string& id);
  void rest(const std::string& id);

  edit::Spool& spool_;
  MakeThumbnail make_thumbnail_;
  Events events_;
  std::map<std::string, std::unique_ptr<Entry>> entries_;  // by id: in the order of time
  std::vector<std::string> shown_;                         // the last one last
  std::vector<std::string> kept_ready_;
  std::vector<std::string> to_load_;  // the newest last
  ImageKey loaded_;                   // whose results are loaded, or are on their way
  Worker loader_;
  int unkept_ = 0;
  bool keeps_recipes_ = true;
  std::optional<host::CanvasLoan> loan_;  // of what is being applied
  Worker applier_;
};

}  // namespace wordbrush::ui
