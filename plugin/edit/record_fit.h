// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/landing.h"
#include "edit/prepared.h"
#include "edit/spool_record.h"

namespace wordbrush::edit {

/// How the frame of `record` was framed, as far as bringing an answer back needs it; the
/// record has a frame.
precision::FramePlan plan_of(const SpoolRecord& record);

/// The last picture of the answer that can be read; fails with ErrorKind::BadImage. For a
/// worker.
Result<pixels::Bitmap> decode_answer(const SpoolRecord& record);

/// What was sent, in the size in which it was planned: what weighed too much left
/// smaller. The record has it, and a frame. For a worker.
Result<pixels::Bitmap> decode_sent(const SpoolRecord& record);

/// What brings the record's picture to its place, treated so. Decodes what was sent,
/// where that is kept: for a worker.
Fit fit_of(const SpoolRecord& record, const Treatment& treatment);

/// Decodes the last picture that can be read, since those before it are drafts, and
/// brings it to its place. For a worker.
Landed land_best(const SpoolRecord& record, const Fit& fit);

}  // namespace wordbrush::edit
