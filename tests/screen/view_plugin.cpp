// SPDX-License-Identifier: GPL-3.0-or-later
// A plug-in that shows the canvas view, the strip of results and the references in one
// window, for view_test.py: what they tell is printed.
#include <libgimp/gimpui.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "base/glib_ptr.h"
#include "base/worker.h"
#include "screen/test_plug_in.h"
#include "ui/canvas_toolbar.h"
#include "ui/canvas_view.h"
#include "ui/reference_chips.h"
#include "ui/result_strip.h"
#include "ui/signals.h"
#include "ui/thumbnail.h"
#include "ui/widgets.h"

namespace {

using namespace wordbrush;
using Picture = std::shared_ptr<const pixels::Bitmap>;

constexpr std::ptrdiff_t channels = pixels::Bitmap::channels;
constexpr int width = 1200;
constexpr int height = 900;
constexpr Rect target = {300, 250, 500, 400};

/// A checked ground of two colors with a see-through corner.
Picture make_original() {
  auto bitmap = std::make_shared<pixels::Bitmap>(width, height);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      auto* const pixel = bitmap->row(y) + channels * x;
      const bool is_light = (x / 50 + y / 50) % 2 == 0;
      pixel[0] = static_cast<std::uint8_t>(is_light ? 210 : 70 + x * 60 / width);
      pixel[1] = static_cast<std::uint8_t>(is_light ? 200 : 120);
      pixel[2] = static_cast<std::uint8_t>(is_light ? 180 : 90 + y * 100 / height);
      pixel[3] = x + y < 300 ? 0 : 255;
    }
  return bitmap;
}

bool is_in_disk(int x, int y) {
  const double dx = (x - target.width / 2.0) / (target.width / 2.0);
  const double dy = (y - target.height / 2.0) / (target.height / 2.0);
  return dx * dx + dy * dy < 1;
}

/// A disk of the target's size.
Picture make_result(int number) {
  auto bitmap = std::make_shared<pixels::Bitmap>(target.width, target.height);
  for (int y = 0; y < target.height; ++y)
    for (int x = 0; x < target.width; ++x) {
      auto* const pixel = bitmap->row(y) + channels * x;
      pixel[0] = static_cast<std::uint8_t>(60 * number % 256);
      pixel[1] = static_cast<std::uint8_t>(x * 255 / target.width);
      pixel[2] = static_cast<std::uint8_t>(255 - 50 * number % 256);
      pixel[3] = is_in_disk(x, y) ? 255 : 0;
    }
  return bitmap;
}

std::shared_ptr<const pixels::Mask> make_mask() {
  auto mask = std::make_shared<pixels::Mask>(target.width, target.height);
  for (int y = 0; y < target.height; ++y)
    for (int x = 0; x < target.width; ++x) mask->row(y)[x] = is_in_disk(x, y) ? 255 : 0;
  return mask;
}

std::string joined(const ui::StripModel::Ids& ids) {
  std::string text;
  for (const auto& id : ids) text += ' ' + id;
  return text;
}

class ViewWindow {
 public:
  explicit ViewWindow(GMainLoop* loop);

 private:
  void add_results();
  void preview(const std::string& id);
  void apply(const ui::StripModel::Ids& ids);
  void discard(const ui::StripModel::Ids& ids);
  void load(const ui::Reference& reference);

  Picture original_ = make_original();
  std::vector<ui::StripItem> items_;
  std::vector<Picture> results_;
  ui::CanvasView canvas_;
  ui::CanvasToolbar toolbar_{canvas_};
  ui::ResultStrip strip_{
      {.on_preview = [this](const std::string& id) { preview(id); },
       .on_selection =
           [](const ui::StripModel::Ids& ids) { g_print("selected%s\n", joined(ids).c_str()); },
       .on_apply = [this](const ui::StripModel::Ids& ids) { apply(ids); },
       .on_discard = [this](const ui::StripModel::Ids& ids) { discard(ids); }}};
  ui::ReferenceChips references_{
      {.offered =
           [] {
             return std::vector<ui::OfferedImage>{
                 {1, "Boats", {{11, "Sky_blue"}, {12, "Water"}, {13, "broken.png"}}},
                 {2, "Portrait", {{21, "Face"}, {22, "Background"}}},
                 {3, "Sketches", {{31, "First"}}}};
           },
       .on_load = [this](const ui::Reference& reference) { load(reference); },
       .on_changed = [this] { g_print("legend:\n%s\n", references_.list().legend(2).c_str()); }}};
  SignalConnection closed_;
};

ViewWindow::ViewWindow(GMainLoop* loop) {
  auto* const window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_title(GTK_WINDOW(window), "View");
  gtk_window_set_default_size(GTK_WINDOW(window), 1020, 590);
  gtk_container_set_border_width(GTK_CONTAINER(window), ui::large_space);
  auto* const columns = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, ui::large_space);
  gtk_widget_set_size_request(references_.widget(), 330, -1);
  gtk_box_pack_start(GTK_BOX(columns), references_.widget(), FALSE, FALSE, 0);
  auto* const right = gtk_box_new(GTK_ORIENTATION_VERTICAL, ui::small_space);
  for (auto* const buttons : {toolbar_.modes(), toolbar_.zoom()})
    gtk_box_pack_start(GTK_BOX(right), buttons, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(right), canvas_.widget(), TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(columns), right, TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(columns), strip_.widget(), FALSE, FALSE, 0);
  gtk_container_add(GTK_CONTAINER(window), columns);
  closed_ = ui::on(window, "destroy", [loop] { g_main_loop_quit(loop); });
  canvas_.show({.before = original_, .after = nullptr, .outline = {target, nullptr}}, "Original");
  references_.set_first_number(2);
  gtk_widget_show_all(window);
  add_results();
}

void ViewWindow::add_results() {
  constexpr ui::StripState states[] = {ui::StripState::Ready, ui::StripState::Applied,
                                       ui::StripState::Ready, ui::StripState::Failed,
                                       ui::StripState::Running};
  int number = 0;
  for (const auto state : states) {
    const auto name = std::to_string(++number);
    const bool has_picture = state == ui::StripState::Ready || state == ui::StripState::Applied;
    results_.push_back(make_result(number));
    auto thumbnail = has_picture ? std::make_shared<const pixels::Bitmap>(ui::make_thumbnail(
                                       *results_.back(), strip_.thumbnail_side()))
                                 : nullptr;
    items_.insert(items_.begin(), {.id = name,
                                   .thumbnail = std::move(thumbnail),
                                   .title = "Result " + name,
                                   .tooltip = "make the sky orange\npainter-2 at localhost",
                                   .state = state});
  }
  strip_.set_items(items_);
}

void ViewWindow::preview(const std::string& id) {
  g_print("preview %s\n", id.c_str());
  const auto number = id.empty() ? 0U : std::stoul(id);
  canvas_.show({.before = original_,
                .after = number == 0 ? nullptr : results_[number - 1],
                .after_place = target,
                .outline = {target, number % 2 == 0 ? make_mask() : nullptr}},
               number == 0 ? "Original" : "Result " + id + " of 5");
}

void ViewWindow::apply(const ui::StripModel::Ids& ids) {
  g_print("apply%s\n", joined(ids).c_str());
  for (auto& item : items_)
    if (std::ranges::contains(ids, item.id)) item.state = ui::StripState::Applied;
  strip_.set_items(items_);
}

void ViewWindow::discard(const ui::StripModel::Ids& ids) {
  g_print("discard%s\n", joined(ids).c_str());
  std::erase_if(items_, [&](const auto& item) { return std::ranges::contains(ids, item.id); });
  strip_.set_items(items_);
}

void ViewWindow::load(const ui::Reference& reference) {
  if (reference.name == "broken.png") {
    references_.refuse(reference.source, "broken.png is no picture.");
    return;
  }
  references_.set_thumbnail(reference.source,
                            std::make_shared<const pixels::Bitmap>(
                                ui::make_thumbnail(*original_, references_.thumbnail_side())));
}

void show_view() {
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  const ViewWindow window(loop.get());
  g_main_loop_run(loop.get());
}

}  // namespace

constexpr TestWindow windows[] = {{"plug-in-view-show", show_view}};
const TestPlugIn test_plug_in{.program = "view", .windows = windows};
