// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_model.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "edit/sentence.h"

namespace wordbrush::ui {

namespace {

/// Within which a second press is taken for the first one.
constexpr std::int64_t repeating = 700'000;

std::string sentence_of(Charge charge) {
  switch (charge) {
    case Charge::NotSent:
      return _("Canceled before the request was sent: there is nothing to pay.");
    case Charge::Refused:
      return _(
          "Canceled. The service was busy and did not take the request: there is nothing to "
          "pay.");
    case Charge::Possible:
      break;
  }
  return _("Canceled. The service already had the whole request, so it may charge for it.");
}

}  // namespace

WindowModel::WindowModel(SoupSession* session, edit::Spool& spool,
                         TakeShelf::MakeThumbnail make_thumbnail, Events events)
    : session_(session),
      spool_(spool),
      events_(std::move(events)),
      shelf_(spool, std::move(make_thumbnail),
             {.on_changed = [this](const std::string& id) { result_changed(id); }}) {}

WindowModel::Run* WindowModel::find(int run_id) {
  const auto found = std::ranges::find(runs_, run_id, &Run::id);
  return found == runs_.end() ? nullptr : &*found;
}

bool WindowModel::is_repeated(const Order& order, std::int64_t now) {
  Press press{order.connection, order.request.prompt, now};
  const bool is_repeated = pressed_ && pressed_->connection == press.connection &&
                           pressed_->prompt == press.prompt && now - pressed_->time < repeating;
  pressed_ = std::move(press);
  return is_repeated;
}

void WindowModel::send(Order order, RequestRun::Way way, bool applies_first) {
  const int id = ++last_run_;
  runs_.push_back({.id = id, .order = order});
  // It may end while it is made.
  auto request = std::make_unique<RequestRun>(session_, spool_, std::move(order), std::move(way),
                                              events_of(id, applies_first));
  if (Run* const run = find(id)) run->request = std::move(request);
  events_.on_runs();
}

RequestRun::Events WindowModel::events_of(int run_id, bool applies_first) {
  return {.on_changed = [this] { events_.on_runs(); },
          .on_packed = events_.on_packed,
          .on_taken = [this, run_id, applies_first](
                          Taken taken) { take(run_id, std::move(taken), applies_first); },
          .on_bill = events_.on_bill,
          .on_end = [this, run_id](std::optional<Error> error) { end(run_id, std::move(error)); }};
}

void WindowModel::take(int run_id, Taken taken, bool applies_first) {
  events_.on_taken(taken);
  for (const edit::Warning& warning : taken.warnings) events_.on_notice(warning.sentence);
  const std::string id = shelf_.add(std::move(taken));
  events_.on_new(id);
  const Run* const run = find(run_id);
  // The first one alone: several results are there to choose from.
  if (applies_first && run != nullptr && run->request && run->request->status().taken == 1)
    apply(run->order.canvas, {id});
}

void WindowModel::end(int run_id, std::optional<Error> error) {
  const Run* const run = find(run_id);
  const bool is_partial = run != nullptr && run->request && run->request->status().taken > 0;
  if (error && is_partial) {
    events_.on_notice(edit::to_sentence(*error));
  } else if (error && error->kind != ErrorKind::Cancelled) {
    Failure failure{.error = std::move(*error)};
    if (run != nullptr) failure.order = run->order;
    if (run != nullptr && run->request) {
      failure.host = run->request->host();
      failure.model = run->request->model();
      failure.picture_bytes = run->request->picture_bytes();
    }
    events_.on_failure(std::move(failure));
  }
  remove(run_id);
}

void WindowModel::remove(int run_id) {
  std::erase_if(runs_, [run_id](const Run& run) { return run.id == run_id; });
  events_.on_runs();
}

void WindowModel::cancel(int run_id) {
  const Run* const run = find(run_id);
  if (run == nullptr) return;
  forget_press();
  const auto charge = run->request ? run->request->charge() : Charge::NotSent;
  remove(run_id);
  events_.on_notice(sentence_of(charge));
}

void WindowModel::discard(const std::vector<std::string>& ids) {
  forget_press();
  for (const std::string& id : ids) shelf_.discard(id);
}

void WindowModel::apply(std::shared_ptr<host::Canvas> canvas, std::vector<std::string> ids) {
  pending_.push_back({std::move(canvas), std::move(ids)});
  std::vector<std::string> wanted;
  for (const Pending& pending : pending_)
    wanted.insert(wanted.end(), pending.ids.begin(), pending.ids.end());
  shelf_.keep_ready(wanted);
  for (const std::string& id : wanted) shelf_.show(id);
  apply_when_ready();
}

void WindowModel::result_changed(const std::string& id) {
  events_.on_result(id);
  apply_when_ready();
}

void WindowModel::apply_when_ready() {
  while (!is_inserting_ && !pending_.empty() && is_ready(pending_.front())) {
    Pending due = std::move(pending_.front());
    pending_.erase(pending_.begin());
    if (!due.ids.empty()) apply_now(std::move(due));
  }
  if (!is_applying()) shelf_.keep_ready({});
}

/// Of what is broken or gone nothing is expected any more.
bool WindowModel::is_ready(Pending& pending) const {
  std::erase_if(pending.ids, [this](const std::string& id) {
    const auto* const item = shelf_.find(id);
    return item == nullptr || item->state == TakeShelf::State::Broken;
  });
  return std::ranges::all_of(pending.ids, [this](const std::string& id) {
    return shelf_.find(id)->state == TakeShelf::State::Ready;
  });
}

void WindowModel::apply_now(Pending due) {
  is_inserting_ = true;
  shelf_.apply(std::move(due.canvas), std::move(due.ids), [this](Result<edit::Outcome> outcome) {
    is_inserting_ = false;
    take_applied(std::move(outcome));
  });
}

void WindowModel::take_applied(Result<edit::Outcome> outcome) {
  if (outcome) {
    for (const edit::Warning& warning : outcome->report.warnings)
      events_.on_notice(warning.sentence);
    events_.on_applied(*outcome);
  } else {
    events_.on_failure({.error = std::move(outcome.error())});
  }
  apply_when_ready();
}

}  // namespace wordbrush::ui
