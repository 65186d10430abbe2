// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>

#include "procedures/progress_view.h"
#include "procedures/stage_text.h"

namespace wordbrush::procedures {

namespace {

class GimpProgress final : public ProgressView {
 public:
  GimpProgress() = default;
  GimpProgress(const GimpProgress&) = delete;
  GimpProgress& operator=(const GimpProgress&) = delete;
  ~GimpProgress() override {
    if (stage_) gimp_progress_end();
  }

  void show(const edit::Progress& progress) override {
    if (stage_ != progress.stage) {
      if (stage_)
        gimp_progress_set_text(to_text(progress.stage));
      else
        gimp_progress_init(to_text(progress.stage));
      stage_ = progress.stage;
      if (!progress.fraction) gimp_progress_pulse();
    }
    if (progress.fraction) gimp_progress_update(*progress.fraction);
  }

  void show_words(std::string_view) override {}

 private:
  std::optional<edit::Stage> stage_;
};

}  // namespace

std::unique_ptr<ProgressView> make_gimp_progress() {
  return std::make_unique<GimpProgress>();
}

}  // namespace wordbrush::procedures
