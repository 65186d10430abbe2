// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/job.h"

#include <glib.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "edit/attempt.h"
#include "edit/fit_words.h"
#include "edit/insertion.h"
#include "edit/layer_name.h"
#include "edit/limit_words.h"
#include "edit/measure.h"
#include "edit/packing.h"
#include "edit/prepared.h"
#include "edit/recipe.h"
#include "edit/sentence.h"
#include "edit/variation.h"

namespace wordbrush::edit {

class Job::Impl {
 public:
  Impl(SoupSession* session, host::Canvas& canvas, Request request, Route route, JobEvents events)
      : session_(session),
        canvas_(canvas),
        request_(std::move(request)),
        route_(std::move(route)),
        events_(std::move(events)) {}

  /// Begins once the main loop runs and the caller holds the job.
  void start(Packing::Prepare prepare) {
    packing_.emplace(
        // The caller's own, which outlives the job.
        std::shared_ptr<host::Canvas>(std::shared_ptr<void>(), &canvas_), Reading::AtOnce,
        [this, prepare = std::move(prepare)](host::Canvas& canvas) mutable {
          started_ = g_get_monotonic_time();
          auto checked = check(request_);
          return checked ? prepare(canvas) : fail(std::move(checked.error()));
        },
        route_, request_.upload,
        PackingEvents{.on_stage = [this](Stage stage) { tell({.stage = stage}); },
                      .on_end = [this](Result<Parcel> parcel) { send(std::move(parcel)); }});
  }

  void keep_in(Spool& spool) { spool_ = &spool; }

  const Request& request() const { return request_; }
  const Route& route() const { return route_; }

 private:
  void tell(const Progress& progress) {
    if (events_.on_progress) events_.on_progress(progress);
  }

  void end(Result<Outcome> outcome) {
    events_.on_end(std::move(outcome));  // may end the life of *this
  }

  void send(Result<Parcel> parcel) {
    if (!parcel) return end(fail(std::move(parcel.error())));
    attempt_.emplace(
        session_, std::move(*parcel), request_, route_, Keeping{.spool = spool_},
        AttemptEvents{.on_progress = [this](const Progress& progress) { tell(progress); },
                      .on_words = events_.on_words,
                      .on_answer =
                          [this](std::size_t) {
                            if (attempt_->has_ended()) take_answers();
                          }});
    tell({Stage::Sending, 0});
  }

  void take_answers() {
    Outcome outcome{.report = attempt_->report()};
    std::vector<host::NewLayer> layers;
    recipes_.clear();
    for (std::size_t i = 0; i < attempt_->count(); ++i)
      take_answer(attempt_->variation(i).result(), layers, outcome);
    if (layers.empty()) return end(fail(std::move(*attempt_->variation(0).result().error)));
    insert(layers, std::move(outcome));
  }

  void take_answer(VariationResult& result, std::vector<host::NewLayer>& layers, Outcome& outcome) {
    Report& report = outcome.report;
    std::ranges::move(result.warnings, std::back_inserter(report.warnings));
    if (result.error) {
      report.warnings.push_back({"variation_failed", to_sentence(*result.error)});
      return;
    }
    const bool is_edit = attempt_->parcel().prepared.plan.has_value();
    recipes_.push_back(result_of(*result.fitted, g_get_real_time() / G_USEC_PER_SEC));
    layers.push_back({.name = to_layer_name(request_.prompt),
                      .place = result.fitted->place,
                      .pixels = std::move(result.fitted->pixels),
                      .mask = std::move(result.fitted->mask),
                      .answer = result.kept.hold ? result.kept.hold->id() : "",
                      .source = source_term(is_edit, route_.is_trained)});
    if (outcome.text.empty()) outcome.text = result.text;
    for (const precision::Warning warning : result.report.fit.warnings)
      report.warnings.push_back(to_words(warning));
    report.answers.push_back(std::move(result.report));
  }

  void insert(std::vector<host::NewLayer>& layers, Outcome outcome) {
    tell({.stage = Stage::Inserting});
    const auto start = g_get_monotonic_time();
    Prepared& prepared = attempt_->parcel().prepared;
    // Where the result opens by itself, that is told when it has.
    if (std::ranges::contains(prepared.source.limits, host::Limit::DullerColors))
      outcome.report.warnings.push_back(warning_of(host::Limit::DullerColors));
    follow_source(canvas_, prepared.source, prepared.witness ? &*prepared.witness : nullptr, layers,
                  outcome.report);
    if (request_.keeps_recipe) add_recipes(prepared, layers);
    auto inserted = insert_layers(canvas_, prepared.source, layers, to_layer_name(request_.prompt),
                                  outcome.report);
    if (!inserted)
      return end(fail(told(std::move(inserted.error()), attempt_->variation(0).result().kept)));
    forget_kept();
    const auto now = g_get_monotonic_time();
    outcome.report.times.insert = milliseconds_between(start, now);
    outcome.report.times.total = milliseconds_between(started_, now);
    outcome.inserted = std::move(*inserted);
    end(std::move(outcome));
  }

  void add_recipes(const Prepared& prepared, std::vector<host::NewLayer>& layers) {
    const Recipe recipe = with_selection(make_recipe(prepared, request_, route_), prepared.source);
    for (std::size_t i = 0; i < layers.size(); ++i) {
      recipes_[i].place = layers[i].place;
      layers[i].recipe = to_json(recipe, recipes_[i]);
    }
  }

  /// What stands in an image needs no copy on the disk.
  void forget_kept() {
    for (std::size_t i = 0; i < attempt_->count(); ++i) {
      VariationResult& result = attempt_->variation(i).result();
      if (result.fitted && result.kept.hold) spool_->remove(std::move(*result.kept.hold));
    }
  }

  SoupSession* session_;
  host::Canvas& canvas_;
  Request request_;
  Route route_;
  JobEvents events_;
  Spool* spool_ = nullptr;
  std::int64_t started_ = 0;
  std::optional<Packing> packing_;
  std::optional<Attempt> attempt_;
  std::vector<RecipeResult> recipes_;  // what is known of each layer
};

Job Job::edit(SoupSession* session, host::Canvas& canvas, Request request, Treatment treatment,
              Route route, JobEvents events) {
  Job job(std::make_unique<Impl>(session, canvas, std::move(request), std::move(route),
                                 std::move(events)));
  auto& impl = *job.impl_;
  impl.start([&impl, treatment = std::move(treatment)](host::Canvas& read) {
    return prepare_edit(read, impl.request(), treatment, impl.route().model);
  });
  return job;
}

Job Job::generate(SoupSession* session, host::Canvas& canvas, Request request, Route route,
                  JobEvents events) {
  Job job(std::make_unique<Impl>(session, canvas, std::move(request), std::move(route),
                                 std::move(events)));
  auto& impl = *job.impl_;
  impl.start([&impl](host::Canvas& read) { return prepare_generate(read, impl.request()); });
  return job;
}

void Job::keep_in(Spool& spool) {
  impl_->keep_in(spool);
}

Job::Job(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Job::Job(Job&&) noexcept = default;
Job& Job::operator=(Job&&) noexcept = default;
Job::~Job() = default;

}  // namespace wordbrush::edit
