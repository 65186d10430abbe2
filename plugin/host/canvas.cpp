// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/canvas.h"

#include <utility>

namespace wordbrush::host {

namespace {

class LiveSource final : public Snapshot {
 public:
  LiveSource(Canvas& canvas, Source source) : canvas_(canvas), source_(std::move(source)) {}
  Rect extents() const override { return source_.extents; }
  Result<std::optional<int>> read_more(Rect frame, int, pixels::Bitmap& whole) override {
    return canvas_.read(source_, frame).transform([&](pixels::Bitmap pixels) {
      whole = std::move(pixels);
      return std::optional<int>();
    });
  }

 private:
  Canvas& canvas_;
  Source source_;
};

/// Nobody reads a part of it.
class WholeLayer final : public Snapshot {
 public:
  explicit WholeLayer(pixels::Bitmap pixels) : pixels_(std::move(pixels)) {}
  Rect extents() const override { return {0, 0, pixels_.width(), pixels_.height()}; }
  Result<std::optional<int>> read_more(Rect, int, pixels::Bitmap& whole) override {
    whole = pixels_.clone();
    return std::nullopt;
  }

 private:
  pixels::Bitmap pixels_;
};

class InsertionAtOnce final : public Insertion {
 public:
  InsertionAtOnce(Canvas& canvas, Source source, std::span<const NewLayer> layers,
                  std::string group_name)
      : canvas_(canvas),
        source_(std::move(source)),
        layers_(layers),
        group_name_(std::move(group_name)) {}
  bool go_on() override { return false; }
  Result<Inserted> end() override { return canvas_.insert(source_, layers_, group_name_); }

 private:
  Canvas& canvas_;
  Source source_;
  std::span<const NewLayer> layers_;
  std::string group_name_;
};

}  // namespace

Result<std::unique_ptr<Snapshot>> Canvas::freeze(const Source& source) {
  return std::make_unique<LiveSource>(*this, source);
}

Result<std::unique_ptr<Snapshot>> Canvas::freeze_layer(int layer_id) {
  return read_layer(layer_id).transform([](pixels::Bitmap pixels) -> std::unique_ptr<Snapshot> {
    return std::make_unique<WholeLayer>(std::move(pixels));
  });
}

std::unique_ptr<Insertion> Canvas::begin_insertion(const Source& source,
                                                   std::span<const NewLayer> layers,
                                                   const std::string& group_name) {
  return std::make_unique<InsertionAtOnce>(*this, source, layers, group_name);
}

}  // namespace wordbrush::host
