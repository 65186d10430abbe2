// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "edit/job.h"
#include "edit/landing.h"
#include "edit/prepared.h"
#include "edit/report.h"
#include "edit/spool_record.h"
#include "edit/witness.h"
#include "host/canvas.h"
#include "pixels/bitmap.h"

namespace wordbrush::edit {

/// An answer that the user looks at before it is inserted: it can be fitted anew as often
/// as they like, and inserted more than once.
struct Take {
  std::shared_ptr<const SpoolRecord> record;
  std::shared_ptr<const Witness> witness;  ///< null: of an earlier session, or made from words
  bool is_of_this_session = false;         ///< the ids of its source are valid
  std::shared_ptr<const Fitted> fitted;
  std::optional<Treatment> treatment;  ///< that it is fitted by; none: the record's
  std::string answer;                  ///< the id of its record on the disk; empty: it has none
};

/// Whether two treatments bring an answer to its place alike.
bool fits_alike(const Treatment& one, const Treatment& other);

/// Gives `treatment` what brings an answer to its place as `other` does. Spill is also of what
/// is sent, and stays.
void take_fit(Treatment& treatment, const Treatment& other);

/// What a take looks like in the frame that was sent.
struct Preview {
  std::shared_ptr<const pixels::Bitmap> before;  ///< null: it was made from words alone
  std::shared_ptr<const pixels::Bitmap> after;
  Rect target;  ///< in the pixels of both: what may change
};

/// The target in the pixels of the picture that is sent; at least one.
Rect target_in_upload(const precision::FramePlan& plan);

/// Decodes what was sent and lays `fitted` over it. Fails with ErrorKind::BadImage where
/// the kept files are damaged. For a worker.
Result<Preview> make_preview(const SpoolRecord& record, const Fitted& fitted);

/// Inserts the takes' layers in one undo step, the last one on top; several go into a
/// group. Each comes to lie where what it was made from lies now, or, if it is of an
/// earlier session, where it would lie on a canvas of its size. The first one's image
/// is the one it goes to. The outcome's report has no times. With `keeps_recipe` each layer
/// holds how it was made.
Result<Outcome> apply(host::Canvas& canvas, std::span<const Take> takes, bool keeps_recipe = true);

}  // namespace wordbrush::edit
