using System.Text.Json.Serialization;

namespace Predictors.Plugins.MlRegression.Models;

/// <summary>Reads and writes <see cref="TrainedModel"/> as JSON without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(TrainedModel))]
internal sealed partial class ModelJson : JsonSerializerContext;
