// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/worker_canvas.h"

#include <utility>

#include "host/bands.h"

namespace wordbrush::host {

/// Makes the call on the main loop; an error, or nothing, where nobody wants it any more.
template <class Call>
std::invoke_result_t<Call> WorkerCanvas::on_loop(Call call) {
  using Answer = std::invoke_result_t<Call>;
  std::optional<Answer> answer;
  if (turns_.run([&] { answer.emplace(call()); })) return std::move(*answer);
  if constexpr (std::is_constructible_v<Answer, std::unexpected<Error>>)
    return fail(ErrorKind::Cancelled, {});
  else
    return {};
}

void WorkerCanvas::leave() {
  turns_.close();
  insertion_.reset();
  snapshot_.reset();
  canvas_.reset();
}

Result<Source> WorkerCanvas::look(Area area) {
  return on_loop([&] { return canvas_->look(area); });
}

Result<Source> WorkerCanvas::look_for_new_layer() {
  return on_loop([&] { return canvas_->look_for_new_layer(); });
}

std::optional<Standing> WorkerCanvas::look_again(const Source& source) {
  return on_loop([&] { return canvas_->look_again(source); });
}

bool WorkerCanvas::holds_layer_of(const std::string& answer) {
  return on_loop([&] { return canvas_->holds_layer_of(answer); });
}

Result<pixels::Bitmap> WorkerCanvas::read(const Source& source, Rect frame) {
  if (Blocks(frame).count() == 1) return on_loop([&] { return canvas_->read(source, frame); });
  const auto frozen = on_loop([&] {
    return canvas_->freeze(source).transform(
        [this](std::unique_ptr<Snapshot> made) { snapshot_ = std::move(made); });
  });
  if (!frozen) return fail(frozen.error());
  auto pixels = read_in_turns(frame);
  forget_snapshot();
  return pixels;
}

Result<pixels::Bitmap> WorkerCanvas::read_layer(int layer_id) {
  const auto whole = on_loop([&] {
    return canvas_->freeze_layer(layer_id).transform([this](std::unique_ptr<Snapshot> made) {
      snapshot_ = std::move(made);
      return snapshot_->extents();
    });
  });
  if (!whole) return fail(whole.error());
  auto pixels = read_in_turns(*whole);
  forget_snapshot();
  return pixels;
}

Result<pixels::Bitmap> WorkerCanvas::read_in_turns(Rect frame) {
  // Memory that is new takes time, too: not the main loop's.
  pixels::Bitmap whole(frame.width, frame.height);
  Result<std::optional<int>> step = 0;
  while (step && *step) step = on_loop([&] { return snapshot_->read_more(frame, **step, whole); });
  if (!step) return fail(step.error());
  return whole;
}

void WorkerCanvas::forget_snapshot() {
  turns_.run([this] { snapshot_.reset(); });
}

Result<Inserted> WorkerCanvas::insert(const Source& source, std::span<const NewLayer> layers,
                                      const std::string& group_name) {
  const auto begin = [&]() -> Result<bool> {
    insertion_ = canvas_->begin_insertion(source, layers, group_name);
    return true;
  };
  auto has_more = on_loop(begin);
  while (has_more && *has_more)
    has_more = on_loop([this]() -> Result<bool> { return insertion_->go_on(); });
  if (!has_more) return fail(has_more.error());
  return on_loop([this] { return std::exchange(insertion_, nullptr)->end(); });
}

}  // namespace wordbrush::host
