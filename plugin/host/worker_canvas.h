// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

#include "base/turns.h"
#include "host/canvas.h"

namespace wordbrush::host {

/// A canvas for a worker: each call waits until the main loop has made it on the canvas
/// behind, pixels in parts, so that the loop never stands still for a large picture.
///
/// Its calls fail with ErrorKind::Cancelled after leave().
class WorkerCanvas final : public Canvas {
 public:
  explicit WorkerCanvas(std::shared_ptr<Canvas> canvas) : canvas_(std::move(canvas)) {}

  /// Of the main loop's thread: nothing is read or inserted any more.
  void leave();

  Result<Source> look(Area area) override;
  Result<Source> look_for_new_layer() override;
  Result<pixels::Bitmap> read(const Source& source, Rect frame) override;
  std::optional<Standing> look_again(const Source& source) override;
  bool holds_layer_of(const std::string& answer) override;
  Result<pixels::Bitmap> read_layer(int layer_id) override;
  Result<Inserted> insert(const Source& source, std::span<const NewLayer> layers,
                          const std::string& group_name) override;

 private:
  template <class Call>
  std::invoke_result_t<Call> on_loop(Call call);
  Result<pixels::Bitmap> read_in_turns(Rect frame);
  void forget_snapshot();

  const Turns turns_;
  // Of the main loop's thread alone, as is what GIMP holds for them:
  std::shared_ptr<Canvas> canvas_;
  std::unique_ptr<Snapshot> snapshot_;
  std::unique_ptr<Insertion> insertion_;
};

/// A worker's canvas, from the main loop's side: it ends what the worker does there.
class CanvasLoan {
 public:
  explicit CanvasLoan(std::shared_ptr<Canvas> canvas)
      : lent_(std::make_shared<WorkerCanvas>(std::move(canvas))) {}
  CanvasLoan(const CanvasLoan&) = delete;
  CanvasLoan& operator=(const CanvasLoan&) = delete;
  ~CanvasLoan() { lent_->leave(); }

  const std::shared_ptr<WorkerCanvas>& lent() const { return lent_; }

 private:
  std::shared_ptr<WorkerCanvas> lent_;
};

}  // namespace wordbrush::host
