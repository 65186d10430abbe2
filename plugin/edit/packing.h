// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "base/later.h"
#include "base/result.h"
#include "base/worker.h"
#include "edit/options.h"
#include "edit/prepared.h"
#include "edit/progress.h"
#include "edit/upload.h"
#include "host/worker_canvas.h"

namespace wordbrush::edit {

/// What leaves with a request, encoded, and what brings its answers to their place.
/// The open image as it was read is frozen in it.
struct Parcel {
  Prepared prepared;  ///< without its pictures
  Uploads uploads;
  double read_in = 0;     ///< milliseconds
  double encoded_in = 0;  ///< milliseconds
};

struct PackingEvents {
  std::function<void(Stage)> on_stage;
  /// Called once, last.
  std::function<void(Result<Parcel>)> on_end;
};

/// How the canvas is read.
enum class Reading {
  AtOnce,   ///< by one call from the main loop: nobody waits for it but the request
  InTurns,  ///< from a worker, in steps in between which the main loop is free
};

/// Reads from the canvas what is sent, and encodes it on a worker. Destroying it means that
/// nothing is called any more, and ends the reading.
class [[nodiscard]] Packing {
 public:
  /// It owns all that it works with, as it may be called from a worker.
  using Prepare = std::move_only_function<Result<Prepared>(host::Canvas&)>;

  /// Nothing is called before the maker has the packing.
  Packing(std::shared_ptr<host::Canvas> canvas, Reading reading, Prepare prepare,
          const Route& route, UploadRules rules, PackingEvents events);
  Packing(const Packing&) = delete;
  Packing& operator=(const Packing&) = delete;
  ~Packing() = default;

 private:
  void read();
  void take(Result<Prepared> prepared);
  void encode();

  std::shared_ptr<host::Canvas> canvas_;
  Reading reading_;
  Prepare prepare_;
  bool with_mask_;  // the service wants to know what may change
  UploadRules rules_;
  PackingEvents events_;
  Parcel parcel_;
  std::int64_t started_ = 0;  ///< microseconds of the monotonic clock
  Later later_;
  std::optional<host::CanvasLoan> loan_;
  Worker reader_;
  Worker encoder_;
};

}  // namespace wordbrush::edit
