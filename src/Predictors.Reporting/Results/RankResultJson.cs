using System.Text.Json.Serialization;

namespace Predictors.Reporting;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RankResult))]
internal sealed partial class RankResultJson : JsonSerializerContext;
