// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "edit/stage_text.h"
#include "procedures/progress_view.h"

namespace wordbrush::procedures {

namespace {

class GimpProgress final : public ProgressView {
 public:
  GimpProgress() = default;
  GimpProgress(const GimpProgress&) = delete;
  GimpProgress& operator=(const GimpProgress&) = delete;
  ~GimpProgress() override {
    if (!text_.empty()) gimp_progress_end();
  }

  void show(const edit::Progress& progress) override {
    if (auto text = edit::to_text(progress); text != text_) {
      if (text_.empty())
        gimp_progress_init(text.c_str());
      else
        gimp_progress_set_text(text.c_str());
      text_ = std::move(text);
      if (!progress.fraction) gimp_progress_pulse();
    }
    if (progress.fraction) gimp_progress_update(*progress.fraction);
  }

  void show_words(std::string_view) override {}

 private:
  std::string text_;
};

}  // namespace

std::unique_ptr<ProgressView> make_gimp_progress() {
  return std::make_unique<GimpProgress>();
}

}  // namespace wordbrush::procedures
