namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>The layout of an event's records.</summary>
/// <param name="Name">The event's name, without its system.</param>
/// <param name="Id">The number that its records bear.</param>
/// <param name="Fields">Its fields, the common ones first.</param>
internal sealed record EventFormat(string Name, int Id, IReadOnlyList<FormatField> Fields)
{
    /// <summary>Finds a field by its name.</summary>
    public bool TryFind(string name, out FormatField field)
    {
        foreach (FormatField candidate in Fields)
        {
            if (candidate.Name == name)
            {
                field = candidate;
                return true;
            }
        }

        field = default;
        return false;
    }
}
