// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/report.h"

#include <cstdint>

#include "edit/json_writer.h"

namespace wordbrush::edit {

namespace {

void write_rect(JsonBuilder* builder, const Rect& rect) {
  ObjectWriter object(builder);
  object.add("x", std::int64_t{rect.x});
  object.add("y", std::int64_t{rect.y});
  object.add("width", std::int64_t{rect.width});
  object.add("height", std::int64_t{rect.height});
}

void write_picture(JsonBuilder* builder, const SentPicture& picture) {
  ObjectWriter object(builder);
  object.add("type", picture.mime_type);
  object.add("width", std::int64_t{picture.width});
  object.add("height", std::int64_t{picture.height});
  object.add("bytes", static_cast<std::int64_t>(picture.bytes));
}

void write_usage(JsonBuilder* builder, const protocol::Usage& usage) {
  ObjectWriter object(builder);
  object.add("prompt_tokens", usage.prompt_tokens);
  object.add("completion_tokens", usage.completion_tokens);
  object.add("cost", usage.cost);
}

void write_registration(JsonBuilder* builder, const precision::Registration& registration) {
  ObjectWriter object(builder);
  object.add("outcome", std::string(precision::name_of(registration.outcome)));
  object.add("confidence", registration.confidence);
  object.add("corner_error", registration.corner_error);
  write_affine(object.member("transform"), registration.transform);
}

void write_colors(JsonBuilder* builder, const precision::ColorMatch& colors) {
  ObjectWriter object(builder);
  object.add("outcome", std::string(precision::name_of(colors.outcome)));
  object.add("unchanged_share", colors.unchanged_share);
  object.add("change", colors.change);
}

void write_fit(JsonBuilder* builder, const precision::BringBackReport& fit) {
  ObjectWriter object(builder);
  object.add("placement", std::string(precision::name_of(fit.placement)));
  object.add("density", fit.density);
  if (fit.registration) write_registration(object.member("registration"), *fit.registration);
  if (fit.colors) write_colors(object.member("colors"), *fit.colors);
  object.add("changed_share", fit.changed_share);
  object.add("plain_share", fit.plain_share);
}

void write_answer(JsonBuilder* builder, const AnswerReport& answer) {
  ObjectWriter object(builder);
  object.add("model", answer.model);
  object.add("finish_reason", answer.finish_reason);
  object.add("pictures", std::int64_t{answer.pictures});
  object.add("width", std::int64_t{answer.width});
  object.add("height", std::int64_t{answer.height});
  write_usage(object.member("usage"), answer.usage);
  write_fit(object.member("fit"), answer.fit);
}

void write_times(JsonBuilder* builder, const StageTimes& times) {
  ObjectWriter object(builder);
  object.add("read", times.read);
  object.add("encode", times.encode);
  object.add("send", times.send);
  object.add("wait", times.wait);
  object.add("receive", times.receive);
  object.add("decode", times.decode);
  object.add("fit", times.fit);
  object.add("insert", times.insert);
  object.add("total", times.total);
}

void write_warning(JsonBuilder* builder, const Warning& warning) {
  ObjectWriter object(builder);
  object.add("name", warning.name);
  object.add("sentence", warning.sentence);
}

void write_plan(JsonBuilder* builder, const FrameReport& plan) {
  ObjectWriter object(builder);
  write_array(
      object.member("padding"),
      std::vector{plan.padding.left, plan.padding.top, plan.padding.right, plan.padding.bottom},
      [](JsonBuilder* to, int side) { json_builder_add_int_value(to, side); });
  object.add("scale", plan.scale);
  object.add("overview", plan.overview);
  object.add("feather", std::int64_t{plan.feather});
  object.add("spill", std::int64_t{plan.spill});
}

void write_place(JsonBuilder* builder, const PlaceReport& place) {
  ObjectWriter object(builder);
  write_rect(object.member("rect"), place.rect);
  object.add("followed", place.followed);
  object.add("is_sure", place.is_sure);
}

void write_report(JsonBuilder* builder, const Report& report) {
  ObjectWriter object(builder);
  object.add("host", report.host);
  object.add("model", report.model);
  object.add("prompt", report.prompt);
  write_rect(object.member("frame"), report.frame);
  write_rect(object.member("target"), report.target);
  if (report.plan) write_plan(object.member("plan"), *report.plan);
  write_array(object.member("sent"), report.sent, write_picture);
  object.add("requests", static_cast<std::int64_t>(report.requests));
  object.add("bytes_sent", static_cast<std::int64_t>(report.bytes_sent));
  object.add("bytes_received", static_cast<std::int64_t>(report.bytes_received));
  write_array(object.member("answers"), report.answers, write_answer);
  if (report.place) write_place(object.member("place"), *report.place);
  write_times(object.member("times_ms"), report.times);
  write_array(object.member("warnings"), report.warnings, write_warning);
}

}  // namespace

std::string to_json(const Report& report) {
  return written([&](JsonBuilder* builder) { write_report(builder, report); });
}

}  // namespace wordbrush::edit
