using System.Text.Json.Serialization;

namespace Predictors.Traces.Native;

/// <summary>How an inspection is written as JSON; the code is generated when the project is built.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(InspectionDocument))]
internal sealed partial class InspectionJson : JsonSerializerContext;
