// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace wordbrush::pixels {

/// A picture in memory: 8-bit sRGB with straight (not premultiplied) alpha,
/// {R, G, B, A} per pixel, rows from the top, unpadded.
///
/// Moves; a copy is asked for by clone(), since a picture may take 64 MiB.
class Bitmap {
 public:
  static constexpr int channels = 4;
  /// The longest side that a Bitmap may have. GIMP's own limit (GIMP_MAX_IMAGE_SIZE) is higher.
  static constexpr int max_side = 65535;

  Bitmap() noexcept = default;
  /// Its pixels are not set. Sides are 1 to max_side.
  Bitmap(int width, int height);

  int width() const noexcept { return width_; }
  int height() const noexcept { return height_; }
  bool empty() const noexcept { return width_ == 0; }
  std::size_t stride() const noexcept { return static_cast<std::size_t>(width_) * channels; }
  std::size_t size() const noexcept { return stride() * static_cast<std::size_t>(height_); }

  std::uint8_t* row(int y) noexcept { return data_.get() + stride() * static_cast<std::size_t>(y); }
  const std::uint8_t* row(int y) const noexcept {
    return data_.get() + stride() * static_cast<std::size_t>(y);
  }
  std::span<std::uint8_t> bytes() noexcept { return {data_.get(), size()}; }
  std::span<const std::uint8_t> bytes() const noexcept { return {data_.get(), size()}; }

  Bitmap clone() const;

 private:
  int width_ = 0;
  int height_ = 0;
  std::unique_ptr<std::uint8_t[]> data_;
};

/// Whether every pixel's alpha is 255.
bool is_opaque(const Bitmap& bitmap) noexcept;

}  // namespace wordbrush::pixels
