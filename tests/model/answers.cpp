// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/answers.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

#include "model/edits.h"
#include "pixels/decode.h"
#include "pixels/encode.h"
#include "scenes/distortion.h"

namespace wordbrush::model {

namespace {

constexpr Size default_size{512, 512};
constexpr int jpeg_quality = 95;
constexpr Color draft_color{255, 0, 255};
constexpr Size draft_size{8, 8};

Size answer_size(const Scenario& scenario, const Size& received) {
  if (scenario.size) return *scenario.size;
  const auto scaled = [&](int side) {
    return std::clamp(static_cast<int>(std::lround(side * scenario.scale)), 1,
                      pixels::Bitmap::max_side);
  };
  return {scaled(received.width), scaled(received.height)};
}

struct Made {
  pixels::Bitmap picture;
  std::optional<Truth> truth;
};

LoggedPicture as_png(const pixels::Bitmap& picture) {
  return {"image/png", std::make_shared<const Bytes>(pixels::encode_png(picture)), picture.width(),
          picture.height()};
}

/// Without a distortion the picture is resized, which keeps its alpha.
scenes::Reply distorted(const Scenario& scenario, const pixels::Bitmap& wanted, const Size& size) {
  if (scenario.distortion == scenes::Distortion{})
    return {resized(wanted, size),
            precision::scaling(static_cast<double>(size.width) / wanted.width(),
                               static_cast<double>(size.height) / wanted.height())};
  scenes::Distortion distortion = scenario.distortion;
  distortion.width = size.width;
  distortion.height = size.height;
  return scenes::distort(wanted, distortion, scenario.seed);
}

Made edit_picture(const Scenario& scenario, const pixels::Bitmap& received) {
  const Size from{received.width(), received.height()};
  const Size size = answer_size(scenario, from);
  const pixels::Bitmap wanted = edited(scenario, received);
  scenes::Reply reply = distorted(scenario, wanted, size);
  Truth truth{.edit = std::string(name_of(scenario.edit)),
              .seed = scenario.seed,
              .area = changed_area(scenario, from),
              .transform = reply.truth,
              .width = size.width,
              .height = size.height,
              .redrawn = scenario.distortion.redrawn};
  if (scenario.shows_truth) truth.wanted = as_png(wanted);
  return {std::move(reply.picture), std::move(truth)};
}

/// The picture that answers: the first one received, edited, or one made from the prompt.
Result<Made> make_picture(const Scenario& scenario, const LoggedRequest& request) {
  if (request.pictures.empty())
    return Made{painted(scenario.color.value_or(color_of(request.prompt)),
                        answer_size(scenario, default_size)),
                {}};
  const auto received = pixels::decode(*request.pictures.front().bytes);
  if (!received) return fail(received.error());
  return edit_picture(scenario, *received);
}

}  // namespace

Result<Answer> make_answer(const Scenario& scenario, const LoggedRequest& request) {
  Answer answer{.model = request.model};
  switch (scenario.outcome) {
    case Outcome::Text:
      answer.text = "I can only describe it: a quiet scene.";
      return answer;
    case Outcome::Refusal:
      answer.finish_reason = "content_filter";
      answer.refusal = "I will not make this picture.";
      return answer;
    case Outcome::BadImage: {
      constexpr std::string_view junk = "this is not a picture, whatever its label says";
      answer.text = "Here it is.";
      answer.picture.assign(junk.begin(), junk.end());
      return answer;
    }
    default:
      break;
  }
  auto made = make_picture(scenario, request);
  if (!made) return fail(made.error());
  const pixels::Bitmap& picture = made->picture;
  answer.truth = std::move(made->truth);
  answer.text = "Here is the picture: " + request.prompt;
  answer.draft = pixels::encode_png(painted(draft_color, draft_size));
  answer.picture =
      scenario.jpeg ? pixels::encode_jpeg(picture, jpeg_quality) : pixels::encode_png(picture);
  if (scenario.jpeg) answer.mime_type = "image/jpeg";
  return answer;
}

}  // namespace wordbrush::model
