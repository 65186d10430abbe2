// SPDX-License-Identifier: GPL-3.0-or-later
#include "precision/change_mask.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "precision/change_scores.h"
#include "precision/mat.h"

namespace wordbrush::precision {

namespace {

constexpr int changed = 255;
constexpr int half_changed = changed / 2;
constexpr double useless_share = 0.85;

/// What a sum of squares counts for a pixel: more than this is sure anyway.
constexpr float surest_score = 2;

/// Each pixel's evidence: 0 below what counts as a change, else its score squared.
cv::Mat evidence_of(const cv::Mat& scores) {
  cv::Mat evidence = cv::min(scores, surest_score);
  evidence = evidence.mul(evidence);
  evidence.setTo(0, scores <= 1);
  return evidence;
}

/// Keeps what has enough evidence: a large area, or a smaller one that is plain.
/// The rest are specks.
cv::Mat without_specks(const cv::Mat& possible, const cv::Mat& evidence, double least_evidence) {
  cv::Mat labels;
  const int count = cv::connectedComponents(possible, labels);
  std::vector<double> sums(static_cast<std::size_t>(count));
  for (int y = 0; y < labels.rows; ++y)
    for (int x = 0; x < labels.cols; ++x)
      sums[static_cast<std::size_t>(labels.at<int>(y, x))] += evidence.at<float>(y, x);
  sums[0] = 0;
  cv::Mat result(labels.size(), CV_8U);
  result.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    const double sum = sums[static_cast<std::size_t>(labels.at<int>(at[0], at[1]))];
    value = sum >= least_evidence ? changed : 0;
  });
  return result;
}

/// Closes gaps up to twice `radius` wide; what lies beyond the picture is unchanged.
cv::Mat closed(const cv::Mat& mask, float radius) {
  if (cv::countNonZero(mask) == 0) return mask;
  const int border = static_cast<int>(radius) + 2;
  cv::Mat wide;
  cv::copyMakeBorder(mask, wide, border, border, border, border, cv::BORDER_CONSTANT, 0);
  cv::Mat distance;
  cv::distanceTransform(wide == 0, distance, cv::DIST_L2, cv::DIST_MASK_5);
  cv::distanceTransform(distance <= radius, distance, cv::DIST_L2, cv::DIST_MASK_5);
  return cv::Mat(distance > radius)(cv::Rect({border, border}, mask.size())) | mask;
}

/// An object's inside may be of the background's colour by chance.
void fill_holes(cv::Mat& mask, int largest_area) {
  cv::Mat labels;
  cv::Mat stats;
  cv::Mat middles;
  const int count = cv::connectedComponentsWithStats(mask == 0, labels, stats, middles, 4);
  std::vector<bool> filled(static_cast<std::size_t>(count));
  for (int at = 1; at < count; ++at)
    filled[static_cast<std::size_t>(at)] = stats.at<int>(at, cv::CC_STAT_AREA) <= largest_area;
  mask.forEach<std::uint8_t>([&](std::uint8_t& value, const int* at) {
    if (filled[static_cast<std::size_t>(labels.at<int>(at[0], at[1]))]) value = changed;
  });
}

/// Without the pixels of its rim that are what they were: the comparison reaches a few
/// past a change, and JPEG more.
void pare(cv::Mat& mask, const cv::Mat& beside) {
  constexpr int rim = 3;
  cv::Mat inside;
  cv::erode(mask, inside, disk(rim), {-1, -1}, 1, cv::BORDER_REPLICATE);
  mask.setTo(0, beside & ~inside);
}

/// Fades out: a shadow that ends softly within the change, else over a pixel beyond it,
/// where there is something to fade.
void soften(cv::Mat& mask, const ChangeScores& scores) {
  constexpr int inward = 4;
  cv::Mat soft;
  cv::boxFilter(mask, soft, -1, {2 * inward + 1, 2 * inward + 1});
  cv::subtract(soft, half_changed, soft);
  cv::add(soft, soft, soft);
  cv::Mat faded;
  cv::min(mask, soft, faded);
  cv::boxFilter(mask, soft, -1, {3, 3});
  soft.setTo(0, scores.beside);
  mask = cv::max(mask, soft);
  faded.copyTo(mask, scores.faint & mask);
}

/// Where something changed, from what is sure about it.
cv::Mat changed_area(const ChangeScores& scores) {
  constexpr int vote = 7;
  constexpr double majority = 0.4;
  constexpr float widest_gap = 12;
  const cv::Mat evidence = evidence_of(scores.values);
  cv::Mat votes;
  cv::boxFilter(evidence, votes, CV_32F, {vote, vote});
  const cv::Mat sure = (votes > majority) & (scores.values > possible_score);
  cv::Mat possible = (scores.values > possible_score);
  cv::morphologyEx(possible, possible, cv::MORPH_OPEN, disk(1));
  possible |= sure;
  const auto area = static_cast<int>(possible.total());
  cv::Mat sure_evidence(evidence.size(), CV_32F, cv::Scalar(0));
  evidence.copyTo(sure_evidence, sure);
  cv::Mat mask =
      without_specks(possible, sure_evidence, scores.strictness * std::max(16, area / 8000));
  mask = closed(mask, widest_gap);
  fill_holes(mask, area / 60);
  mask.setTo(0, scores.gap & ~sure);
  return mask;
}

/// Things that were painted, and not what is left of other colors where they were cut off.
cv::Mat plain_changes(const cv::Mat& mask, const ChangeScores& scores) {
  constexpr float plain = 5;
  cv::Mat things = mask & (scores.values > plain);
  cv::morphologyEx(things, things, cv::MORPH_OPEN, disk(2));
  return things;
}

/// Of what may change.
double changed_share(const cv::Mat& mask, const ChangeRequest& request) {
  const Rect& t = request.target;
  const cv::Rect target = cv::Rect(t.x, t.y, t.width, t.height) & cv::Rect({}, mask.size());
  cv::Mat may_change(target.size(), CV_8U, cv::Scalar(changed));
  if (request.selection != nullptr) may_change = view(*request.selection)(target) > 0;
  const int all = cv::countNonZero(may_change);
  return all == 0 ? 0 : static_cast<double>(cv::countNonZero(mask(target) & may_change)) / all;
}

}  // namespace

std::string_view name_of(ChangeOutcome outcome) {
  switch (outcome) {
    case ChangeOutcome::Found:
      return "found";
    case ChangeOutcome::Nothing:
      return "nothing";
    case ChangeOutcome::MostlyChanged:
      return "mostly_changed";
  }
  return "";
}

ChangeMask find_changes(const pixels::Bitmap& frame, const pixels::Bitmap& laid,
                        const ChangeRequest& request) {
  const ChangeScores scores = change_scores(frame, laid, request);
  cv::Mat mask = changed_area(scores);
  pare(mask, scores.beside);
  soften(mask, scores);

  ChangeMask result{.mask = to_mask(mask),
                    .changed_share = changed_share(mask, request),
                    .plain_share = changed_share(plain_changes(mask, scores), request),
                    .threshold = scores.threshold};
  if (result.changed_share > 0) result.outcome = ChangeOutcome::Found;
  if (result.changed_share > useless_share) result.outcome = ChangeOutcome::MostlyChanged;
  return result;
}

}  // namespace wordbrush::precision
