namespace Predictors.Traces.Readers.Binary.Formats;

/// <summary>What stands at a field's offset.</summary>
internal enum FieldLocation
{
    /// <summary>The value: a number, or an array.</summary>
    Inline,

    /// <summary><c>__data_loc</c>: the value's length and its offset from the start of the record.</summary>
    FromRecordStart,

    /// <summary><c>__rel_loc</c>: the value's length and its offset from the end of this field.</summary>
    FromFieldEnd,
}
