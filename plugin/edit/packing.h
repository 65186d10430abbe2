// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "base/later.h"
#include "base/result.h"
#include "base/worker.h"
#include "edit/options.h"
#include "edit/prepared.h"
#include "edit/progress.h"
#include "edit/upload.h"

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

/// Reads from the canvas what is sent, on the main loop, and encodes it on a worker.
/// Destroying it means that nothing is called any more.
class [[nodiscard]] Packing {
 public:
  using Prepare = std::move_only_function<Result<Prepared>()>;

  /// `prepare` is called from the main loop, never before the maker has the packing.
  Packing(Prepare prepare, const Route& route, UploadFormat format, PackingEvents events);
  Packing(const Packing&) = delete;
  Packing& operator=(const Packing&) = delete;
  ~Packing() = default;

 private:
  void read();
  void encode();

  Prepare prepare_;
  bool with_mask_;  // the service wants to know what may change
  UploadFormat format_;
  PackingEvents events_;
  Parcel parcel_;
  Later later_;
  Worker encoder_;
};

}  // namespace wordbrush::edit
