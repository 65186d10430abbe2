// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/precision/sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <format>
#include <fstream>
#include <opencv2/imgproc.hpp>

#include "pixels/encode.h"
#include "precision/resize.h"

namespace wordbrush::bench {

namespace {

using pixels::Bitmap;

constexpr int cell_width = 400;
constexpr int cell_height = 320;
constexpr int caption_height = 44;
constexpr int gap = 4;
constexpr int columns = 7;
constexpr std::size_t rows_of_page = 12;
constexpr int amplified = 8;

cv::Mat view(Bitmap& bitmap) {
  return {bitmap.height(), bitmap.width(), CV_8UC4, bitmap.bytes().data()};
}

/// Eight times how far each channel went, for the eye.
Bitmap difference(const Bitmap& a, const Bitmap& b) {
  Bitmap result = a.clone();
  for (std::size_t at = 0; at < result.size(); ++at)
    if (at % Bitmap::channels != 3)
      result.bytes()[at] = static_cast<std::uint8_t>(
          std::min(255, amplified * std::abs(a.bytes()[at] - b.bytes()[at])));
  return result;
}

void put(Bitmap& row, int column, const Bitmap& picture) {
  const double scale = std::min(static_cast<double>(cell_width) / picture.width(),
                                static_cast<double>(cell_height) / picture.height());
  Bitmap fitted = precision::resize(picture, std::max(1, static_cast<int>(picture.width() * scale)),
                                    std::max(1, static_cast<int>(picture.height() * scale)));
  const cv::Rect place(column * (cell_width + gap) + (cell_width - fitted.width()) / 2,
                       caption_height + (cell_height - fitted.height()) / 2, fitted.width(),
                       fitted.height());
  view(fitted).copyTo(view(row)(place));
}

void write(Bitmap& row, int column, int line, const std::string& text) {
  cv::putText(view(row), text, {column * (cell_width + gap) + 2, 16 + 20 * line},
              cv::FONT_HERSHEY_SIMPLEX, 0.4, cv::Scalar(255, 255, 255, 255), 1, cv::LINE_AA);
}

std::string figures_of(const Measures& m) {
  return std::format("out {} off {:.2f} seam {:.2f} kept {:.1f} miss {:.2f}", m.outside,
                     m.misplaced, m.seam, 100 * m.kept.share(), 100 * m.missed());
}

Bitmap row_of(const Run& run, const Pictures& pictures) {
  Bitmap row(columns * (cell_width + gap), caption_height + cell_height + gap);
  view(row).setTo(cv::Scalar(48, 48, 48, 255));
  const Bitmap original = precision::crop(*pictures.original, pictures.box);
  const auto boxed = [&](std::size_t method) {
    return precision::crop(pictures.flattened[method], pictures.box);
  };
  put(row, 0, original);
  put(row, 1, pictures.reply);
  write(row, 0, 0, run.scene->name);
  write(row, 0, 1, "original");
  write(row, 1, 1, "reply");
  constexpr std::array<std::size_t, methods> order{1, 2, 3, 0};
  for (int at = 0; at < static_cast<int>(order.size()); ++at) {
    const std::size_t method = order[static_cast<std::size_t>(at)];
    put(row, 2 + at, boxed(method));
    write(row, 2 + at, 0, figures_of(run.measures[method]));
    write(row, 2 + at, 1, method_names[method]);
  }
  put(row, columns - 1, difference(boxed(0), original));
  write(row, columns - 1, 1, "ours - original, x 8");
  return row;
}

}  // namespace

ContactSheet::ContactSheet(std::filesystem::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
    if (entry.path().filename().string().starts_with("precision-"))
      std::filesystem::remove(entry.path(), error);
}

void ContactSheet::add(const Run& run, const Pictures& pictures) {
  rows_.push_back(row_of(run, pictures));
  if (rows_.size() == rows_of_page) write_page();
}

int ContactSheet::finish() {
  if (!rows_.empty()) write_page();
  return failed_ ? -1 : pages_;
}

void ContactSheet::write_page() {
  const int height = rows_.front().height();
  Bitmap page(rows_.front().width(), height * static_cast<int>(rows_.size()));
  for (std::size_t at = 0; at < rows_.size(); ++at)
    std::ranges::copy(rows_[at].bytes(), page.row(height * static_cast<int>(at)));
  rows_.clear();
  const Bytes png = pixels::encode_png(page);
  std::ofstream file(folder_ / std::format("precision-{}.png", ++pages_), std::ios::binary);
  file.write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
  failed_ |= !file.flush();
}

}  // namespace wordbrush::bench
