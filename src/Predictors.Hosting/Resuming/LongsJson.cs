using System.Text.Json.Serialization;

namespace Predictors.Hosting;

[JsonSerializable(typeof(long[]))]
internal sealed partial class LongsJson : JsonSerializerContext;
