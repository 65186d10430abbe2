// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/worker.h"
#include "edit/delivery.h"
#include "edit/exchange.h"
#include "edit/keep.h"
#include "edit/landing.h"
#include "edit/options.h"
#include "edit/packing.h"
#include "edit/progress.h"
#include "edit/report.h"
#include "net/session.h"

namespace wordbrush::edit {

/// What a variation needs of its job; all of it outlives the variation.
struct VariationContext {
  SoupSession* session;
  const Route& route;
  const Request& request;
  const Parcel& parcel;
  Spool* spool;  ///< null: nothing is kept
  KeepRecord keep_record = KeepRecord::OnDisk;
};

struct VariationEvents {
  std::function<void()> on_transfer;  ///< the exchange came on
  std::function<void(const Progress&)> on_stage;
  std::function<void(std::string_view)> on_words;
  std::function<void()> on_end;  ///< called once, last
};

/// What became of a variation: `fitted` or `error`, once it has ended.
struct VariationResult {
  std::optional<Fitted> fitted;
  std::optional<Error> error;
  Kept kept;
  std::string text;  ///< what the model said
  AnswerReport report;
  std::vector<Warning> warnings;
  std::int64_t decoded_in = 0;  ///< microseconds
  std::int64_t fitted_in = 0;   ///< microseconds
};

/// One of the results that were asked for, from its request to a layer that fits its
/// place: sent, received, fetched, kept, decoded, brought back. Destroying it closes
/// its connection, and nothing is called after that.
class [[nodiscard]] Variation {
 public:
  Variation(const VariationContext& context, const protocol::PictureRequest& asked,
            VariationEvents events);
  Variation(const Variation&) = delete;
  Variation& operator=(const Variation&) = delete;
  ~Variation() = default;

  const ExchangeProgress& transfer() const { return exchange_.progress(); }
  const RetryPolicy& retries() const { return exchange_.retries(); }
  std::uint64_t bytes_received() const;

  bool has_ended() const { return result_.fitted || result_.error; }
  VariationResult& result() { return result_; }
  const VariationResult& result() const { return result_; }

 private:
  void take(Result<protocol::Reply> reply);
  void fit(Result<Delivered> got);
  void settle(Landed landed);
  void end(Error error);

  const VariationContext context_;
  const VariationEvents events_;
  VariationResult result_;
  Exchange exchange_;
  std::optional<Delivery> delivery_;
  Worker worker_;
};

/// `error`, and where the answer is if it is kept, or why it is not: it is paid for.
Error told(Error error, const Kept& kept);

}  // namespace wordbrush::edit
