// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <span>

#include "precision/color_match.h"
#include "precision/highlights.h"
#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

/// One row of the field, between its cells' middles.
void field_row(const ColorMatch& match, double y, std::vector<cv::Vec3f>& row) {
  const double cell = std::clamp(y * match.field_height - 0.5, 0.0, match.field_height - 1.0);
  const int above = std::min(static_cast<int>(cell), match.field_height - 2);
  const auto share = static_cast<float>(cell - above);
  const auto width = static_cast<std::size_t>(match.field_width);
  const float* at = match.field.data() + static_cast<std::size_t>(above) * width * 3;
  for (std::size_t x = 0; x < width; ++x)
    for (std::size_t c = 0; c < 3; ++c)
      row[x][static_cast<int>(c)] = at[x * 3 + c] * (1 - share) + at[(x + width) * 3 + c] * share;
}

void apply_field(cv::Mat& pixels, const ColorMatch& match, const FramePart& part) {
  cv::parallel_for_({0, pixels.rows}, [&](const cv::Range& rows) {
    std::vector<cv::Vec3f> row(static_cast<std::size_t>(match.field_width));
    for (int y = rows.start; y < rows.end; ++y) {
      field_row(match, part.y + (y + 0.5) / pixels.rows * part.height, row);
      auto* pixel = pixels.ptr<cv::Vec4b>(y);
      for (int x = 0; x < pixels.cols; ++x) {
        const double u = part.x + (x + 0.5) / pixels.cols * part.width;
        const double cell = std::clamp(u * match.field_width - 0.5, 0.0, match.field_width - 1.0);
        const int left = std::min(static_cast<int>(cell), match.field_width - 2);
        const auto share = static_cast<float>(cell - left);
        const cv::Vec3f& a = row[static_cast<std::size_t>(left)];
        const cv::Vec3f& b = row[static_cast<std::size_t>(left) + 1];
        for (int c = 0; c < 3; ++c)
          pixel[x][c] = cv::saturate_cast<std::uint8_t>(static_cast<float>(pixel[x][c]) *
                                                        (1 + a[c] * (1 - share) + b[c] * share));
      }
    }
  });
}

cv::Mat table_of(const std::vector<std::uint8_t>& tone) {
  cv::Mat table(1, 256, CV_8UC4);
  for (int level = 0; level < table.cols; ++level) {
    const std::uint8_t* out = tone.data() + static_cast<std::ptrdiff_t>(level) * 3;
    table.at<cv::Vec4b>(level) = {out[0], out[1], out[2], static_cast<std::uint8_t>(level)};
  }
  return table;
}

cv::Mat matrix_of(const ColorMatch& match) {
  const auto& m = match.matrix;
  const cv::Matx<double, 4, 5> colors{m[0], m[1], m[2],  0, m[3],   //
                                      m[4], m[5], m[6],  0, m[7],   //
                                      m[8], m[9], m[10], 0, m[11],  //
                                      0,    0,    0,     1, 0};
  return cv::Mat(colors);
}

/// The colors alike all over the frame.
void apply_colors(cv::Mat& pixels, const ColorMatch& match) {
  const cv::Mat matrix = matrix_of(match);
  const cv::Mat table = match.tone.empty() ? cv::Mat() : table_of(match.tone);
  const bool has_highlights = std::ranges::any_of(match.highlights, &Highlight::is_known);
  cv::parallel_for_({0, pixels.rows}, [&](const cv::Range& rows) {
    std::vector<cv::Vec4b> as_they_came;
    for (int y = rows.start; y < rows.end; ++y) {
      cv::Mat row = pixels.row(y);
      const std::span<cv::Vec4b> colors(row.ptr<cv::Vec4b>(), static_cast<std::size_t>(row.cols));
      if (has_highlights) as_they_came.assign(colors.begin(), colors.end());
      cv::transform(row, row, matrix);
      if (!table.empty()) cv::LUT(row, table, row);
      if (has_highlights) restore_highlights(as_they_came, colors, match.highlights);
    }
  });
}

}  // namespace

void recolor(pixels::Bitmap& picture, const ColorMatch& match, const FramePart& part) {
  if (!match.used()) return;
  cv::Mat pixels = view(picture);
  apply_colors(pixels, match);
  if (!match.field.empty()) apply_field(pixels, match, part);
}

}  // namespace wordbrush::precision
