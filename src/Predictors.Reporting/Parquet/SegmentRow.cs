using Predictors.Traces;

namespace Predictors.Reporting;

/// <summary>One idle segment of a chunk.</summary>
/// <param name="Chunk">The chunk.</param>
/// <param name="Index">Which of its segments.</param>
internal readonly record struct SegmentRow(SegmentChunk Chunk, int Index);
