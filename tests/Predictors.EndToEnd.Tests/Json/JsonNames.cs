using System.Text.Json;

namespace Predictors.EndToEnd.Tests;

/// <summary>The names of a JSON object, which outsiders rely on.</summary>
internal static class JsonNames
{
    /// <summary>Fails the test unless the object has all these names; others may be there too.</summary>
    public static void Expect(JsonElement element, params string[] names) =>
        Assert.That(element.EnumerateObject().Select(p => p.Name), Is.SupersetOf(names));

    public static JsonElement Parse(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
