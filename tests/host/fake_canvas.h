// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "host/canvas.h"

namespace wordbrush::test {

/// An open image of one layer, in memory, that remembers what was inserted.
class FakeCanvas final : public host::Canvas {
 public:
  struct Insertion {
    host::Source source;
    std::vector<host::NewLayer> layers;
    std::string group_name;
  };

  FakeCanvas(int width, int height) : picture_(width, height), canvas_{width, height} {
    paint({0, 0, width, height}, {200, 100, 50, 255});
  }

  /// Fills `area` with one {R, G, B, A}.
  void paint(Rect area, std::array<std::uint8_t, 4> color) {
    for (int y = area.y; y < area.bottom(); ++y)
      for (int x = area.x; x < area.right(); ++x)
        std::ranges::copy(color, picture_.row(y) + (std::ptrdiff_t{4} * x));
  }

  void select(Rect bounds, std::uint8_t value = 255) {
    select(bounds, pixels::Mask(bounds.width, bounds.height, value));
  }
  void select(Rect bounds, pixels::Mask selection) {
    selected_ = bounds;
    selection_ = std::move(selection);
  }

  void add_reference(int layer_id, int width, int height) {
    pixels::Bitmap bitmap(width, height);
    std::ranges::fill(bitmap.bytes(), std::uint8_t{255});
    references_.emplace(layer_id, std::move(bitmap));
  }

  void close() { open_ = false; }

  /// Gives the layer, and with it the canvas, other pixels.
  void set_picture(pixels::Bitmap picture) {
    canvas_ = {picture.width(), picture.height()};
    picture_ = std::move(picture);
  }

  void move_layer(int x, int y) { offset_ = {x, y}; }

  void limit(host::Limit limit) { limits_.push_back(limit); }

  const pixels::Bitmap& picture() const { return picture_; }

  /// Lets no layer in, nor makes an image of it.
  void refuse(bool refuses = true) { refuses_ = refuses; }

  const std::vector<Insertion>& insertions() const { return insertions_; }
  const std::vector<host::Area>& areas_read() const { return areas_read_; }

  Result<host::Source> look(host::Area area) override {
    if (!open_) return fail(ErrorKind::Input, "closed");
    host::Source source = start();
    if (area == host::Area::Selection && selection_.empty())
      return fail(ErrorKind::Input, "nothing selected");
    source.area = area == host::Area::Auto
                      ? (selection_.empty() ? host::Area::Layer : host::Area::Selection)
                      : area;
    source.bounds = source.area == host::Area::Selection ? selected_ : source.extents;
    return source;
  }

  Result<host::Source> look_for_new_layer() override {
    if (!open_) return host::Source{};
    host::Source source = start();
    if (!selection_.empty()) source.bounds = selected_;
    return source;
  }

  Result<pixels::Bitmap> read(const host::Source& source, Rect frame) override {
    areas_read_.push_back(source.area);
    pixels::Bitmap part(frame.width, frame.height);
    std::ranges::fill(part.bytes(), std::uint8_t{0});
    const Rect read =
        intersection(frame, {offset_.x, offset_.y, picture_.width(), picture_.height()});
    for (int y = read.y; y < read.bottom(); ++y)
      std::memcpy(part.row(y - frame.y) + (std::ptrdiff_t{4} * (read.x - frame.x)),
                  picture_.row(y - offset_.y) + (std::ptrdiff_t{4} * (read.x - offset_.x)),
                  static_cast<std::size_t>(read.width) * 4);
    // What is visible is never empty here.
    if (source.area == host::Area::Visible) std::ranges::fill(part.bytes(), std::uint8_t{128});
    return part;
  }

  std::optional<host::Standing> look_again(const host::Source& source) override {
    if (!open_) return {};
    const host::Source now = start();
    host::Standing standing{.canvas_width = now.canvas_width, .canvas_height = now.canvas_height};
    if (source.layer_id != 0) standing.layer = now.extents;
    return standing;
  }

  bool holds_layer_of(const std::string& answer) override {
    return std::ranges::any_of(insertions_, [&](const Insertion& insertion) {
      return std::ranges::contains(insertion.layers, answer, &host::NewLayer::answer);
    });
  }

  Result<pixels::Bitmap> read_layer(int layer_id) override {
    const auto found = references_.find(layer_id);
    if (found == references_.end()) return fail(ErrorKind::Input, "no such layer");
    return found->second.clone();
  }

  Result<host::Inserted> insert(const host::Source& source, std::span<const host::NewLayer> layers,
                                const std::string& group_name) override {
    if (refuses_) return fail(ErrorKind::Host, "refused");
    Insertion insertion{.source = source, .group_name = group_name};
    host::Inserted inserted{.image_id = open_ ? 1 : 2,
                            .landing = open_ ? host::Landing::InPlace : host::Landing::ImageClosed};
    for (const host::NewLayer& layer : layers) {
      insertion.layers.push_back(
          {layer.name, layer.place, layer.pixels.clone(), layer.mask, layer.answer});
      inserted.layer_ids.push_back(next_layer_id_++);
    }
    insertions_.push_back(std::move(insertion));
    return inserted;
  }

 private:
  host::Source start() const {
    const Rect whole{offset_.x, offset_.y, picture_.width(), picture_.height()};
    return {.image_id = 1,
            .layer_id = 1,
            .extents = whole,
            .bounds = whole,
            .selection = selection_,
            .canvas_width = canvas_.width,
            .canvas_height = canvas_.height,
            .limits = limits_};
  }

  struct Size {
    int width = 0;
    int height = 0;
  };
  struct Offset {
    int x = 0;
    int y = 0;
  };

  pixels::Bitmap picture_;
  Size canvas_;
  Offset offset_;
  std::map<int, pixels::Bitmap> references_;
  Rect selected_;
  pixels::Mask selection_;
  std::vector<host::Limit> limits_;
  bool open_ = true;
  bool refuses_ = false;
  int next_layer_id_ = 100;
  std::vector<host::Area> areas_read_;
  std::vector<Insertion> insertions_;
};

}  // namespace wordbrush::test
