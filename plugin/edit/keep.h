// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "base/error.h"
#include "edit/options.h"
#include "edit/packing.h"
#include "edit/report.h"
#include "edit/spool.h"
#include "protocol/reply.h"

namespace wordbrush::edit {

/// Whether a record stays in memory, too, once it is on the disk.
enum class KeepRecord { OnDisk, InMemory };

/// What came of keeping an answer on the disk until it stands in an image.
struct Kept {
  std::optional<Spool::Hold> hold;            ///< none: it is not kept
  std::optional<Warning> warning;             ///< why it is not
  std::shared_ptr<const SpoolRecord> record;  ///< null: it is on the disk alone
};

/// Keeps one answer. For a worker, once. The spool waits for it before it goes away:
/// the user may cancel while an answer that was paid for is being written.
using Keep = std::move_only_function<Kept()>;

/// Writes what is needed to insert `reply` later on to `spool`; where that is null,
/// keeps nothing.
Keep make_keep(Spool* spool, KeepRecord keep_record, const Parcel& parcel, const Request& request,
               const Route& route, const protocol::Reply& reply);

/// `error`, and where the answer can be found.
Error with_kept(const Error& error);

}  // namespace wordbrush::edit
