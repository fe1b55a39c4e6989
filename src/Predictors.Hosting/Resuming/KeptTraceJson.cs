using System.Text.Json.Serialization;

namespace Predictors.Hosting;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(LatencyHistogramConverter)])]
[JsonSerializable(typeof(KeptTrace))]
internal sealed partial class KeptTraceJson : JsonSerializerContext;
