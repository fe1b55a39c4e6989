using System.Text.Json;
using System.Text.Json.Serialization;
using Predictors.IdlePath;

namespace Predictors.Hosting;

/// <summary>Writes a histogram as its sum, its maximum and pairs of bucket and count.</summary>
internal sealed class LatencyHistogramConverter : JsonConverter<LatencyHistogram>
{
    public override LatencyHistogram Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        long[] numbers = JsonSerializer.Deserialize(ref reader, LongsJson.Default.Int64Array) ?? [];
        if (numbers.Length < 2 || numbers.Length % 2 != 0)
        {
            throw new JsonException("No histogram.");
        }

        return LatencyHistogram.Of(numbers.Skip(2).Chunk(2).Select(pair => new LatencyBucket(pair[0], pair[1])), numbers[0], numbers[1]);
    }

    public override void Write(Utf8JsonWriter writer, LatencyHistogram value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, [value.TotalNs, value.MaxNs, .. value.Buckets.SelectMany(b => (long[])[b.LongestNs, b.Count])], LongsJson.Default.Int64Array);
}
