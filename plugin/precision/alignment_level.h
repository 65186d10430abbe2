// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>
#include <vector>

#include "precision/affine.h"
#include "precision/explained_share.h"
#include "precision/registration.h"

namespace wordbrush::precision {

/// Both pictures at one size, with light and contrast taken out: each pixel's
/// distance from its surroundings' mean, in their deviations (CV_32F).
struct AlignmentLevel {
  cv::Mat frame;
  cv::Mat reply;
  cv::Mat counts;  ///< CV_8U, 255 where the frame's pixel counts
  cv::Mat steady;  ///< CV_8U, 255 where nothing was to change, as far as there is any such pixel
  cv::Mat real;    ///< CV_8U, 255 where the frame is real, be it to change or not
  Texture texture = Texture::Plain;
  int margin = 0;  ///< along the pictures' edges, where surroundings are missing; counts is 0 there
  Affine to_frame;  ///< from this level's frame to the frame itself
  Affine to_reply;  ///< from this level's reply to the reply itself
};

/// The levels, the smallest first, each of half the next one's sides.
std::vector<AlignmentLevel> make_levels(const pixels::Bitmap& frame, const pixels::Bitmap& reply,
                                        const RegistrationStart& start);

/// `transform` between the frame and the reply, as one between the level's pictures, and back.
Affine at_level(const AlignmentLevel& level, const Affine& transform);
Affine at_full_size(const AlignmentLevel& level, const Affine& transform);

/// `picture`, the reply's side of the level, laid on the frame's side (CV_32F).
cv::Mat laid_on_frame(const cv::Mat& picture, const Affine& transform, cv::Size frame_size);

}  // namespace wordbrush::precision
